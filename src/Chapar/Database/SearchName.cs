using Microsoft.EntityFrameworkCore;

namespace Chapar.Database;

/// <summary>
/// A name that stands in some article, in one reading: where a query finds the other spellings of what was typed. Names stay when their
/// last article goes: a spelling too many finds nothing.
/// </summary>
public sealed class SearchName
{
    /// <summary>The reading (<see cref="Text.Search.NameKey.Strict"/>); unique.</summary>
    public string Strict { get; private set; } = "";

    /// <summary>Its consonants.</summary>
    public string Skeleton { get; private set; } = "";

    /// <summary>The name as it stood in the first article with it.</summary>
    public string Written { get; private set; } = "";
}

/// <summary>Of which form the index is; one row.</summary>
public sealed class SearchState
{
    public int Id { get; private set; } = 1;

    /// <summary>The form in which the index was last made as a whole; 0 for never, or not to its end.</summary>
    public int Form { get; private set; }

    /// <summary>The edition of the starting list of names that was loaded; 0 for none.</summary>
    public int Names { get; private set; }

    /// <summary>The form that was asked for, in an event that waits; 0 for none.</summary>
    public int Asked { get; private set; }

    /// <summary>The one row, to be changed and saved; a new one where there is none.</summary>
    public static async Task<SearchState> OfAsync(NewsDb db, CancellationToken stop = default) =>
        db.SearchStates.Local.SingleOrDefault() ?? await db.SearchStates.SingleOrDefaultAsync(stop) ?? db.Add(new SearchState()).Entity;

    public void Ask(int form) => Asked = form;

    /// <summary>It is being made anew: who stops on the way leaves half an index.</summary>
    public void Begin() => Form = 0;

    public void Make(int form) => (Form, Asked) = (form, 0);

    public void Load(int names) => Names = names;
}
