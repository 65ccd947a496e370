namespace Chapar.Reader.Markets;

/// <summary>How far back a chart goes. The year is the page of the pair itself; each other range has an address of its own.</summary>
/// <param name="Key">The last part of its address.</param>
/// <param name="From">Its first day, told by its last.</param>
public sealed record ChartRange(string Key, Func<DateOnly, DateOnly> From)
{
    public static ChartRange Year { get; } = new("year", to => to.AddYears(-1).AddDays(1));

    public static IReadOnlyList<ChartRange> All { get; } =
    [
        new("month", to => to.AddMonths(-1).AddDays(1)),
        Year,
        new("five-years", to => to.AddYears(-5).AddDays(1)),
        new("all", _ => new DateOnly(1991, 1, 1)),
    ];

    /// <summary>The range of an address; the year when it names none, null when it names an unknown one.</summary>
    public static ChartRange? Find(string? key) => key is null ? Year : All.FirstOrDefault(r => r.Key == key);

    /// <summary>All there is: so many years that a chart cannot show each day.</summary>
    public bool IsWhole => Key == "all";

    /// <summary>Key of the words for it.</summary>
    public string WordsKey => $"rates-range.{Key}";

    /// <summary>Its address under that of the pair.</summary>
    public string Under(string pair) => this == Year ? pair : $"{pair}/{Key}";
}
