namespace Chapar.Staff;

/// <summary>What a member of the staff may be. Each role may all that the one before it may (<see cref="Rights.Of"/>).</summary>
public enum Role
{
    /// <summary>Writes now and then; hands in.</summary>
    Contributor,

    /// <summary>Reads what colleagues are writing, brings pictures.</summary>
    Writer,

    /// <summary>Works on every story up to "ready", but does not publish.</summary>
    Editor,

    /// <summary>Decides what readers see.</summary>
    Publisher,

    /// <summary>Looks after people and settings.</summary>
    Administrator,
}

/// <summary>One thing that can be allowed. An authorization policy of the same name stands for each.</summary>
public enum Right
{
    /// <summary>Begin stories and write in one's own.</summary>
    WriteOwn,

    /// <summary>Hand in a story one may write in.</summary>
    SendToReview,

    /// <summary>Read stories of others that are not published.</summary>
    ReadDrafts,

    /// <summary>Add pictures, and describe them.</summary>
    EditPictures,

    /// <summary>Write in stories of others.</summary>
    WriteAny,

    /// <summary>Claim a story in review, return it with a note, call it ready.</summary>
    Edit,

    /// <summary>Change what readers are told of authors.</summary>
    EditAuthors,

    /// <summary>Say how the house writes names and words.</summary>
    EditSpellings,

    /// <summary>Put a story or its update before readers.</summary>
    Publish,

    /// <summary>Set the time or the embargo of a publication.</summary>
    Schedule,

    /// <summary>Add a public note of what was wrong.</summary>
    Correct,

    /// <summary>Take a story away from readers.</summary>
    Withdraw,

    /// <summary>Fill the slots of the fronts.</summary>
    EditFronts,

    /// <summary>Change sections, places, topics and redirects.</summary>
    EditSections,

    /// <summary>Let rates through that were held for a look.</summary>
    ReleaseRates,

    /// <summary>See what went out to whom, and send it again.</summary>
    SendAgain,

    /// <summary>Read who did what.</summary>
    ReadJournal,

    /// <summary>Add people, change what they may, end their sessions.</summary>
    ManageStaff,

    /// <summary>Change the publication's settings.</summary>
    ManageSettings,
}

/// <summary>Who may what: the one table of it. docs/newsroom.md prints it, and a test holds both equal.</summary>
public static class Rights
{
    static readonly Dictionary<Role, Right[]> Added = new()
    {
        [Role.Contributor] = [Right.WriteOwn, Right.SendToReview],
        [Role.Writer] = [Right.ReadDrafts, Right.EditPictures],
        [Role.Editor] = [Right.WriteAny, Right.Edit, Right.EditAuthors, Right.EditSpellings],
        [Role.Publisher] = [Right.Publish, Right.Schedule, Right.Correct, Right.Withdraw, Right.EditFronts, Right.EditSections, Right.ReleaseRates, Right.SendAgain],
        [Role.Administrator] = [Right.ReadJournal, Right.ManageStaff, Right.ManageSettings],
    };

    static readonly Dictionary<Role, HashSet<Right>> All = Enum.GetValues<Role>()
        .ToDictionary(role => role, role => Enum.GetValues<Role>().Where(lower => lower <= role).SelectMany(lower => Added[lower]).ToHashSet());

    /// <summary>Rights about one story: a member who is kept to some sections has them in these sections only.</summary>
    public static IReadOnlySet<Right> BySection { get; } =
        new HashSet<Right> { Right.WriteAny, Right.Edit, Right.Publish, Right.Schedule, Right.Correct, Right.Withdraw };

    public static IReadOnlySet<Right> Of(Role role) => All[role];
}
