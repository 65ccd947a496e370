using Chapar.Articles;
using Chapar.Articles.Translations;
using Chapar.Authors;
using Chapar.Events;
using Chapar.Fronts;
using Chapar.Media;
using Chapar.Names;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Chapar.Sections;
using Chapar.Spellings;
using Chapar.Staff;
using Chapar.Suggestions;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Database;

/// <summary>
/// The database of one publication. A save writes the change, its events, its journal lines and the edition numbers it
/// touches in one transaction; <c>NewsDb.Saving.cs</c> is the only place that does so.
/// </summary>
public abstract partial class NewsDb(DbContextOptions options, Editions editions) : DbContext(options)
{
    public DbSet<Article> Articles => Set<Article>();
    public DbSet<Byline> Bylines => Set<Byline>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<SharedText> SharedTexts => Set<SharedText>();
    public DbSet<SharedChange> SharedChanges => Set<SharedChange>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<Mention> Mentions => Set<Mention>();
    public DbSet<Translation> Translations => Set<Translation>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<PlainPage> PlainPages => Set<PlainPage>();
    public DbSet<Redirect> Redirects => Set<Redirect>();
    public DbSet<Author> Authors => Set<Author>();
    public DbSet<Section> Sections => Set<Section>();
    public DbSet<Place> Places => Set<Place>();
    public DbSet<Topic> Topics => Set<Topic>();
    public DbSet<Merger> Mergers => Set<Merger>();
    public DbSet<Picture> Pictures => Set<Picture>();
    public DbSet<PictureUse> PictureUses => Set<PictureUse>();
    public DbSet<FrontSlot> FrontSlots => Set<FrontSlot>();
    public DbSet<FrontPlan> FrontPlans => Set<FrontPlan>();
    public DbSet<FrontEdition> FrontEditions => Set<FrontEdition>();
    public DbSet<Suggestion> Suggestions => Set<Suggestion>();
    public DbSet<Fingerprint> Fingerprints => Set<Fingerprint>();
    public DbSet<SuggestionChoice> SuggestionChoices => Set<SuggestionChoice>();
    public DbSet<ReadCount> ReadCounts => Set<ReadCount>();
    public DbSet<ReadPair> ReadPairs => Set<ReadPair>();
    public DbSet<RateDocument> RateDocuments => Set<RateDocument>();
    public DbSet<Bulletin> Bulletins => Set<Bulletin>();
    public DbSet<RateYear> RateYears => Set<RateYear>();
    public DbSet<FetchState> FetchStates => Set<FetchState>();
    public DbSet<NewsEvent> Events => Set<NewsEvent>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<JournalLine> Journal => Set<JournalLine>();
    public DbSet<StaffMember> Staff => Set<StaffMember>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<FailedSignIns> FailedSignIns => Set<FailedSignIns>();
    public DbSet<EditionNumber> EditionNumbers => Set<EditionNumber>();
    public DbSet<Listener> Listeners => Set<Listener>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<SearchName> SearchNames => Set<SearchName>();
    public DbSet<SearchState> SearchStates => Set<SearchState>();
    public DbSet<KnownName> KnownNames => Set<KnownName>();
    public DbSet<LeftName> LeftNames => Set<LeftName>();
    public DbSet<ImportedItem> ImportedItems => Set<ImportedItem>();
    public DbSet<ImportCheckpoint> ImportCheckpoints => Set<ImportCheckpoint>();
    public DbSet<SettingsVersion> SettingsVersions => Set<SettingsVersion>();
    public DbSet<LinkAnswer> LinkAnswers => Set<LinkAnswer>();
    public DbSet<HouseWord> HouseWords => Set<HouseWord>();
    public DbSet<Assignment> Assignments => Set<Assignment>();

    /// <summary>The same database by a connection of its own, to read from while this one writes; to be disposed of by who asked.</summary>
    public abstract NewsDb Beside();

    /// <summary>What readers' pages are checked against.</summary>
    public Editions Editions => editions;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NewsDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            // Long texts stand last in their rows: lists, which do not read them, then never touch their pages.
            var order = 0;
            foreach (var property in entity.GetProperties()) property.SetColumnOrder(property.ClrType == typeof(Chapar.Articles.Body.BodyTree) ? 99 : order++);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Mappings.Conventions.Apply(configurationBuilder, Database.IsSqlite());
}

public sealed class SqliteNewsDb(DbContextOptions<SqliteNewsDb> options, Editions editions) : NewsDb(options, editions)
{
    public override NewsDb Beside() => new SqliteNewsDb(options, Editions);
}

public sealed class PostgresNewsDb(DbContextOptions<PostgresNewsDb> options, Editions editions) : NewsDb(options, editions)
{
    public override NewsDb Beside() => new PostgresNewsDb(options, Editions);
}
