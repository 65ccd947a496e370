using Chapar.Articles;
using Chapar.Database;
using Chapar.Media;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Import.WordPress;

/// <summary>Writes prepared items as articles and pages, through the same methods an editor uses.</summary>
sealed class ItemDesk(
    NewsDb db, string source, Survey survey, SiteAddresses addresses, OldRedirects redirects, WordPressImportOptions options,
    ImportReport report, string language, DateTime now)
{
    /// <summary>Who the journal says did it.</summary>
    public const string By = "import";

    /// <summary>Kind under which it is remembered what is a translation of what.</summary>
    const string Translations = "translations";

    readonly TimeZoneInfo zone = survey.Zone(options.Zone);
    readonly Dictionary<string, Guid> translationGroups = new(StringComparer.Ordinal);
    readonly List<ImportedItem> newGroups = [];

    string SiteName => WordPressText.Plain(survey.Site.Title) is { Length: > 0 } title ? title : "the old site";

    /// <summary>Reads what earlier runs know.</summary>
    public async Task PrepareAsync(CancellationToken stop)
    {
        foreach (var group in await db.ImportedItems.Where(item => item.Source == source && item.Kind == Translations).Select(item => new { item.SourceId, item.EntityId }).ToListAsync(stop))
            translationGroups[group.SourceId] = group.EntityId;
    }

    /// <summary>Applies a batch within the context; the caller saves. Lines for the report come back, to be added when it is saved.</summary>
    public async Task<List<Action>> ApplyAsync(IReadOnlyList<PreparedItem> batch, Dictionary<(string, string), ImportedItem> before, CancellationToken stop)
    {
        List<Action> said = [newGroups.Clear];
        Guid[] ids = [.. batch.Select(item => before.GetValueOrDefault((item.Kind, item.SourceId))?.EntityId).OfType<Guid>()];
        foreach (PreparedItem item in batch)
            AttachWhatItNeeds(item);
        Dictionary<Guid, Article> articles = ids.Length == 0 ? [] : await db.Articles.AsSplitQuery()
            .Include(article => article.Bylines).Include(article => article.Places).Include(article => article.Topics).Include(article => article.Lead)
            .Where(article => ids.Contains(article.Id)).ToDictionaryAsync(article => article.Id, stop);
        Dictionary<Guid, PlainPage> pages = ids.Length == 0 ? [] : await db.PlainPages.Where(page => ids.Contains(page.Id)).ToDictionaryAsync(page => page.Id, stop);
        HashSet<Guid> edited = ids.Length == 0 ? [] : [.. await db.Revisions.Where(revision => ids.Contains(revision.ArticleId) && revision.By != By).Select(revision => revision.ArticleId).Distinct().ToListAsync(stop)];
        foreach (PreparedItem item in batch)
        {
            ImportedItem? had = before.GetValueOrDefault((item.Kind, item.SourceId));
            if (had is not null && edited.Contains(had.EntityId))
            {
                said.Add(() => Say(item, ReportKind.Note, "changed here since it was imported: left as it is", ""));
                continue;
            }
            Guid id = item.State.IsPage
                ? ApplyPage(item, had is null ? null : pages.GetValueOrDefault(had.EntityId), said)
                : ApplyArticle(item, had is null ? null : articles.GetValueOrDefault(had.EntityId), said);
            if (id == Guid.Empty)
                continue;
            if (had is null)
                db.ImportedItems.Add(had = new ImportedItem(source, item.Kind, item.SourceId, id));
            else
                db.Attach(had);
            had.Took(item.Mark, item.Original);
            said.Add(() => SayNotes(item));
        }
        db.ImportedItems.AddRange(newGroups);
        await redirects.WriteAsync(stop);
        return said;
    }

    void AttachWhatItNeeds(PreparedItem item)
    {
        if (item.Filing is { } filing)
            foreach (object each in filing.Places.Cast<object>().Concat(filing.Topics).Append(filing.Section))
                Attach(each);
        foreach (object author in item.Signers)
            Attach(author);
        if (item.Lead is { } lead)
            Attach(lead);
    }

    void Attach(object entity)
    {
        if (db.Entry(entity).State == EntityState.Detached)
            db.Attach(entity);
    }

    Guid ApplyPage(PreparedItem item, PlainPage? page, List<Action> said)
    {
        bool isNew = page is null;
        if (page is null)
        {
            page = new PlainPage(LanguageOf(item.Item), item.Path!);
            db.PlainPages.Add(page);
        }
        page.Write(item.Headline, item.Body, item.Item.Dates.ModifiedAt(zone) ?? item.Item.Dates.PublishedAt(zone) ?? now);
        if (item.State.IsPublic)
        {
            page.Publish();
            redirects.AddItem(item.Item, page.Path, isPage: true, byId: !item.SharesId);
        }
        else
        {
            page.Withdraw();
        }
        string what = item.State.IsPublic ? isNew ? "pages new" : "pages updated" : "pages kept as drafts";
        said.Add(() => report.Count(what));
        SayUpdated(item, isNew, page.Path, said);
        return page.Id;
    }

    Guid ApplyArticle(PreparedItem item, Article? article, List<Action> said)
    {
        bool isNew = article is null;
        if (article is null)
        {
            article = new Article(LanguageOf(item.Item), item.Filing!.Format, now, TranslationGroupOf(item.Item));
            db.Articles.Add(article);
        }
        article.Write(item.Headline, item.Deck, item.Body, now);
        if (!item.IsFromStore)
        {
            article.FileUnder(item.Filing!.Section, now);
            article.Locate(item.Filing.Places, now);
            article.Tag(item.Filing.Topics, now);
            article.Sign(item.Signers.Select(author => (author, BylineRole.Writer)), now);
        }
        Illustrate(article, item, said);
        if (!item.State.IsPublic)
        {
            if (article.Status == ArticleStatus.Published)
            {
                article.Withdraw($"No longer public on {SiteName}.", By, now);
                said.Add(() => Say(item, ReportKind.Changed, "no longer public on the old site: withdrawn", item.Headline));
            }
            said.Add(() => report.Count("articles kept as drafts"));
            return article.Id;
        }
        DateTime first = item.Item.Dates.PublishedAt(zone) ?? now;
        DateTime? modified = item.Item.Dates.ModifiedAt(zone);
        string path = article.Path ?? item.Path!;
        Refusal? refusal = article.Publish(path, By, now, first, modified > now ? now : modified);
        if (refusal is not null)
        {
            said.Add(() => Say(item, ReportKind.Refused, "not published", refusal.ToString()));
            return article.Id;
        }
        redirects.AddItem(item.Item, article.Path!, isPage: false, byId: !item.SharesId);
        said.Add(() => report.Count(isNew ? "articles new" : "articles updated"));
        SayUpdated(item, isNew, article.Path!, said);
        return article.Id;
    }

    void SayUpdated(PreparedItem item, bool isNew, string path, List<Action> said)
    {
        if (!isNew)
            said.Add(() => Say(item, ReportKind.Changed, "taken over anew", path));
        else if (item.State.IsPublic && addresses.Old.KeyOf(item.Item.Link) is var old && old != path)
            said.Add(() => Say(item, ReportKind.Note, "address could not be kept; the old one leads here", $"{old ?? "no address"} -> {path}"));
    }

    void Illustrate(Article article, PreparedItem item, List<Action> said)
    {
        Picture? lead = item.Lead;
        if (lead is null)
        {
            if (!item.IsFromStore)
                article.Illustrate(null, now);
            return;
        }
        if (lead.Credit.Length == 0)
        {
            // An old article does not wait for a credit nobody can find out: it says where the picture comes from.
            bool isKnown = item.LeadCredit is { Length: > 0 };
            lead.GiveCredit(isKnown ? item.LeadCredit! : WordPressText.ArchiveOf(survey.Site));
            if (!isKnown)
                said.Add(() => Say(item, ReportKind.Note, "lead picture without a credit: the archive is named", lead.FileName));
        }
        string? alternative = lead.AlternativeText.Exactly(article.Language) is null ? item.LeadAlternativeText : null;
        if (alternative is null && lead.AlternativeText.Exactly(article.Language) is null && !lead.Decorative)
        {
            lead.MarkDecorative();
            said.Add(() => Say(item, ReportKind.Note, "picture needs an alternative text: marked as decorative until somebody writes one", lead.FileName));
        }
        article.Illustrate(lead, now, lead.Caption.IsEmpty ? item.LeadCaption : null, alternative);
    }

    /// <summary>Where an item will stand: where it stood, if that is an address of its language and nothing else stands there.</summary>
    public string? PathOf(PreparedItem item, bool isNew) => !item.State.IsPublic ? isNew && item.State.IsPage ? addresses.Free($"{addresses.Front(LanguageOf(item.Item))}/{SlugOf(item)}") : null
        : (item.SharesId ? null : survey.Items.GetValueOrDefault(item.Item.Id)?.Path) ?? addresses.PathFor(item.Item, item.Item.Dates.PublishedAt(zone) ?? now);

    static string SlugOf(PreparedItem item) => Slug.Of(Uri.UnescapeDataString(item.Item.Slug)) is { Length: > 0 } slug ? slug : "page-" + Slug.Of(item.SourceId);

    string LanguageOf(WxrItem item) => SurveyedItem.LanguageOf(item, options.Languages) ?? language;

    /// <summary>Polylang gives the translations of one story a term in common.</summary>
    Guid? TranslationGroupOf(WxrItem item)
    {
        if (item.Terms.FirstOrDefault(term => term.Taxonomy == "post_translations")?.Slug is not { Length: > 0 } key)
            return null;
        if (!translationGroups.TryGetValue(key, out Guid group))
            newGroups.Add(new ImportedItem(source, Translations, key, translationGroups[key] = group = Guid.CreateVersion7()));
        return group;
    }

    public void Say(PreparedItem item, ReportKind kind, string reason, string detail) =>
        report.Add(new ReportLine(kind, reason, item.Item.SourceId, item.File, item.Item.Line, detail));

    void SayNotes(PreparedItem item)
    {
        if (!item.State.IsPublic && item.State.Reason.Length > 0)
            Say(item, ReportKind.Skipped, item.State.Reason, item.Headline);
        foreach (string address in item.MissingPictures)
            Say(item, ReportKind.Note, Downloads.IsKnown(address.Split('?')[0]) ? "file missing" : "picture file missing", address);
        foreach ((string note, int times) in item.Notes)
            report.Add(new ReportLine(ReportKind.Note, note.Split(": ")[0], item.Item.SourceId, item.File, item.Item.Line, note.Contains(": ", StringComparison.Ordinal) ? note[(note.IndexOf(": ", StringComparison.Ordinal) + 2)..] : ""), times);
        foreach (string note in item.ConverterNotes)
            Say(item, ReportKind.Note, "text: " + note.Split(':')[0], note);
        if (item.State.IsPublic && item.Item.Dates.PublishedAt(zone) is null)
            Say(item, ReportKind.Note, "no date in the export: it has the day of the import", item.Headline);
        if (WordPressText.Plain(item.Item.Title).Length == 0)
            Say(item, ReportKind.Note, "no title: its first words are the headline", item.Headline);
    }
}
