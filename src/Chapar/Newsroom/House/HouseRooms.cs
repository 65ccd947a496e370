using Chapar.Staff;

namespace Chapar.Newsroom.House;

/// <summary>A page of the house: what is looked after now and then, apart from the daily work.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Name">Key of its name.</param>
/// <param name="Right">Who may.</param>
public sealed record HouseRoom(string Path, string Name, Right Right)
{
    /// <summary>Key of what one does there.</summary>
    public string About => $"house.{Name.Replace("house.", "", StringComparison.Ordinal)}.about";
}

/// <summary>All of them, in the order in which they are listed.</summary>
public static class HouseRooms
{
    public static IReadOnlyList<HouseRoom> All { get; } =
    [
        new("/newsroom/sections", "house.Section.many", Right.EditSections),
        new("/newsroom/places", "house.Place.many", Right.EditSections),
        new("/newsroom/topics", "house.Topic.many", Right.EditSections),
        new("/newsroom/authors", "house.authors", Right.EditAuthors),
        new("/newsroom/spellings", "house.spellings", Right.EditSpellings),
        new("/newsroom/names", "house.names", Right.EditSpellings),
        new("/newsroom/redirects", "house.redirects", Right.EditSections),
        new("/newsroom/held-rates", "house.held-rates", Right.ReleaseRates),
        new("/newsroom/deliveries", "house.deliveries", Right.SendAgain),
        new("/newsroom/settings", "house.settings", Right.ManageSettings),
        new("/newsroom/staff", "staff", Right.ManageStaff),
        new("/newsroom/journal", "journal", Right.ReadJournal),
    ];

    /// <summary>Those that somebody may enter.</summary>
    public static IEnumerable<HouseRoom> Of(NewsroomPage page) => All.Where(room => page.May(room.Right));
}
