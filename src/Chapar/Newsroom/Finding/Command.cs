using Chapar.Newsroom.House;
using Chapar.Staff;

namespace Chapar.Newsroom.Finding;

/// <summary>Something to do or a page to go to, by its words.</summary>
/// <param name="Name">Key of its words.</param>
/// <param name="Right">Who may; null for everybody.</param>
public sealed record Command(string Name, string Path, Right? Right = null, bool IsAct = false)
{
    /// <summary>All of them, the most wanted first.</summary>
    public static IReadOnlyList<Command> All { get; } =
    [
        new("story.new", "/newsroom", Staff.Right.WriteOwn, IsAct: true),
        new("stories", "/newsroom"),
        new("find.mine", "/newsroom?mine=true"),
        new("find.review", "/newsroom?state=inreview", Staff.Right.ReadDrafts),
        new("find.ready", "/newsroom?state=ready", Staff.Right.ReadDrafts),
        new("find.scheduled", "/newsroom?state=scheduled", Staff.Right.ReadDrafts),
        new("plan", "/newsroom/planning", Staff.Right.WriteOwn),
        new("translations", "/newsroom/translations", Staff.Right.WriteOwn),
        new("find.behind", "/newsroom/translations?state=behind", Staff.Right.WriteOwn),
        new("digest.new", "/newsroom?handler=Digest", Staff.Right.WriteOwn, IsAct: true),
        .. HouseRooms.All.Select(room => new Command(room.Name, room.Path, room.Right)),
        new("find.account", "/newsroom/account"),
    ];
}
