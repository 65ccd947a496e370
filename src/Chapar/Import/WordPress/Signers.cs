using Chapar.Authors;
using Chapar.Database;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Import.WordPress;

/// <summary>
/// The authors of the old site as authors here. Their addresses are made of the names readers saw; a login or an e-mail
/// address is used to find who is meant and nowhere kept (D8).
/// </summary>
sealed class Signers(NewsDb db, string source, string language)
{
    const string Kind = "author";

    static readonly HashSet<string> accounts = new(StringComparer.OrdinalIgnoreCase) { "admin", "administrator", "webmaster", "root", "wordpress", "user" };
    static readonly HashSet<string> desks = new(StringComparer.OrdinalIgnoreCase)
    {
        "editor", "editors", "editorial", "editorial board", "editorial team", "newsroom", "news desk", "staff", "staff writer", "redaction", "redakciya",
        "редакция", "редактор", "редакциясы",
    };

    readonly Dictionary<string, Author> byLogin = new(StringComparer.Ordinal);
    readonly Dictionary<string, Author> byName = new(StringComparer.Ordinal);
    HashSet<string> slugs = [];
    Dictionary<string, Guid> known = [];

    /// <summary>The publication as an author, for what no person signed.</summary>
    public Author House { get; private set; } = null!;

    public int Created { get; private set; }
    public int Found { get; private set; }

    public static string WithoutPrefix(string login) => login.StartsWith("cap-", StringComparison.OrdinalIgnoreCase) ? login[4..] : login;

    public async Task PrepareAsync(Survey survey, CancellationToken stop)
    {
        slugs = [.. await db.Authors.Select(author => author.Slug).ToListAsync(stop)];
        known = await db.ImportedItems.AsNoTracking().Where(item => item.Source == source && item.Kind == Kind).ToDictionaryAsync(item => item.SourceId, item => item.EntityId, stop);
        Dictionary<Guid, Author> stored = await db.Authors.Where(author => known.Values.Contains(author.Id)).ToDictionaryAsync(author => author.Id, stop);
        foreach ((string key, Guid id) in known)
            if (stored.TryGetValue(id, out Author? author))
                byName[key] = author;
        string site = WordPressText.Plain(survey.Site.Title) is { Length: > 0 } title && !WordPressText.IsMailAddress(title) ? title : "Newsroom";
        House = Named(site, AuthorKind.House, "", isWriter: false);
        foreach ((string login, WxrAuthor author) in survey.Authors)
            byLogin[login] = OfAccount(author.DisplayName, author.Login, author.Biography);
    }

    /// <summary>Who signs an item: its co-authors if it has any, else its creator, else the house.</summary>
    /// <param name="unknown">Called with what could not be made a name of.</param>
    public IReadOnlyList<Author> Of(WxrItem item, Action<string> unknown)
    {
        List<Author> signers = [];
        foreach (WxrItemTerm term in item.Terms.Where(term => term.Taxonomy is "author" or "ppma_author"))
            // The plugin's name of an account is its login, which its slug is a shortened form of.
            signers.Add(byLogin.GetValueOrDefault(Slug.Of(WithoutPrefix(term.Slug))) ?? byLogin.GetValueOrDefault(Slug.Of(term.Name)) ?? Undeclared(WithoutPrefix(term.Slug), WordPressText.Plain(term.Name), unknown));
        if (signers.Count == 0 && item.Creator.Length > 0)
            signers.Add(byLogin.GetValueOrDefault(Slug.Of(item.Creator)) ?? Undeclared(item.Creator, "", unknown));
        if (signers.Count == 0)
            signers.Add(House);
        return [.. signers.Distinct()];
    }

    /// <summary>Logins that may be named in an old address, with their authors. Those made from an e-mail address may not.</summary>
    public IEnumerable<(string Login, string Id, Author Author)> Addresses(Survey survey) =>
        from each in byLogin
        let account = survey.Authors.GetValueOrDefault(each.Key)
        where account is null || !WordPressText.IsMailAddress(account.Login)
        select (each.Key, account?.Id ?? "", each.Value);

    Author Undeclared(string login, string name, Action<string> unknown)
    {
        string key = Slug.Of(login);
        if (key.Length == 0)
            return House;
        // A slug made of an e-mail address tells it as well as the address does.
        Author author = OfAccount(name, WordPressText.IsMailAddress(name) ? name : login, "");
        if (author == House)
            unknown(WordPressText.IsMailAddress(login) || WordPressText.IsMailAddress(name) ? "an e-mail address" : login);
        byLogin[key] = author;
        return author;
    }

    Author OfAccount(string displayName, string login, string biography)
    {
        string name = WordPressText.Plain(displayName).Trim('>', ' ');
        if (name.Length == 0 || WordPressText.IsMailAddress(name))
            name = WordPressText.IsMailAddress(login) ? "" : login.Replace('_', ' ').Trim('>', ' ');
        if (name.Length == 0 || accounts.Contains(name) || Slug.Of(name).Length == 0)
            return House;
        return Named(name, desks.Contains(name) ? AuthorKind.House : AuthorKind.Person, biography, isWriter: true);
    }

    /// <summary>Accounts with the same public name are the same signature: readers could not tell them apart.</summary>
    Author Named(string name, AuthorKind kind, string biography, bool isWriter)
    {
        string key = Slug.Of(name);
        if (byName.TryGetValue(key, out Author? author))
        {
            Found += isWriter ? 1 : 0;
            return author;
        }
        string slug = Slug.Free(key.Length > 0 ? key : "newsroom", slugs.Contains);
        slugs.Add(slug);
        author = new Author(slug, LocalText.Of(language, name), kind);
        if (WordPressText.Plain(biography) is { Length: > 0 } about)
            author.Introduce(LocalText.Empty, LocalText.Of(language, about));
        db.Authors.Add(author);
        db.ImportedItems.Add(new ImportedItem(source, Kind, key, author.Id));
        byName[key] = author;
        Created++;
        return author;
    }
}
