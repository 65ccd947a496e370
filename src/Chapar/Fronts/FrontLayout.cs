using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chapar.Fronts;

/// <summary>What stands in a slot: a story and what this front changes of it.</summary>
/// <param name="Headline">Null for the story's own.</param>
/// <param name="Picture">Null for the story's own.</param>
/// <param name="Until">UTC; null for as long as nobody changes it.</param>
public sealed record FrontItem(Guid Article, string? Headline = null, Guid? Picture = null, DateTime? Until = null)
{
    /// <summary>Most characters of a headline of the front's own.</summary>
    public const int LongestHeadline = 200;

    /// <summary>Whether it stands there now, or its time has passed.</summary>
    public bool Stands(DateTime now) => Until is not { } until || now < until;
}

/// <summary>An item with the position of its slot.</summary>
public sealed record PlacedItem(int Position, FrontItem Item);

/// <summary>The slots of a front in their order, null for one that fills itself. Never changed: each act gives another.</summary>
public sealed class FrontLayout : IEquatable<FrontLayout>
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    FrontLayout(IEnumerable<FrontItem?> items) => Items = [.. items.Concat(Enumerable.Repeat<FrontItem?>(null, FrontSlot.Count)).Take(FrontSlot.Count)];

    public static FrontLayout Empty { get; } = new([]);

    /// <summary>As readers have it.</summary>
    public static FrontLayout Of(IEnumerable<FrontSlot> slots) => Of(slots.Select(s => new PlacedItem(s.Position, s.Item)));

    /// <inheritdoc cref="Of(IEnumerable{FrontSlot})"/>
    public static FrontLayout Of(IEnumerable<PlacedItem> items)
    {
        var byPosition = items.ToDictionary(i => i.Position, i => i.Item);
        return new(Enumerable.Range(0, FrontSlot.Count).Select(byPosition.GetValueOrDefault));
    }

    public IReadOnlyList<FrontItem?> Items { get; }

    /// <summary>The slot of a story, or -1.</summary>
    public int SlotOf(Guid article) => Items.ToList().FindIndex(i => i?.Article == article);

    /// <summary>
    /// The story put into a slot. What stood there and below moves down to the next empty slot; past the last one it falls out. A
    /// story stands on a front once: it leaves the slot it had.
    /// </summary>
    public FrontLayout With(Guid article, int at)
    {
        var items = Items.ToList();
        var item = items.Find(i => i?.Article == article) ?? new FrontItem(article);
        items = [.. items.Select(i => i?.Article == article ? null : i)];
        if (items[at] is null)
        {
            items[at] = item;
            return new(items);
        }
        var gap = items.FindIndex(at, i => i is null);
        if (gap >= 0) items.RemoveAt(gap);
        items.Insert(at, item);
        return new(items);
    }

    /// <summary>The slot that an added story goes to: the first empty one, else the last.</summary>
    public int NextFree => Items.ToList().FindIndex(i => i is null) is >= 0 and var free ? free : FrontSlot.Count - 1;

    /// <summary>What stands in one slot taken to another; those between move over.</summary>
    public FrontLayout Moved(int from, int to)
    {
        var items = Items.ToList();
        var item = items[from];
        items.RemoveAt(from);
        items.Insert(to, item);
        return new(items);
    }

    public FrontLayout Without(int at) => Set(at, null);

    /// <summary>The same with a slot changed.</summary>
    public FrontLayout Set(int at, FrontItem? item) => new(Items.Select((i, position) => position == at ? item : i));

    public string ToJson() => JsonSerializer.Serialize(Items, Json);

    public static FrontLayout FromJson(string json) => json.Length == 0 ? Empty : new(JsonSerializer.Deserialize<List<FrontItem?>>(json, Json)!);

    public bool Equals(FrontLayout? other) => other is not null && Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => Equals(obj as FrontLayout);

    public override int GetHashCode() => Items.Aggregate(0, HashCode.Combine);
}
