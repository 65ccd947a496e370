using Chapar.Events;
using Chapar.Text;

namespace Chapar.Sections;

/// <summary>What sections, places and topics have in common: one of the axes an article is filed under.</summary>
public abstract class Filing : NewsSubject
{
    private protected Filing() { }

    private protected Filing(string slug, LocalText name, LocalText? description)
    {
        Id = Guid.CreateVersion7();
        Slug = slug;
        Name = name;
        Description = description ?? LocalText.Empty;
    }

    public Guid Id { get; private set; }

    /// <summary>Its part of the address; unique among its kind.</summary>
    public string Slug { get; private set; } = "";

    public LocalText Name { get; private set; } = LocalText.Empty;

    public LocalText Description { get; private set; } = LocalText.Empty;

    /// <summary>Where its list stands in the main language: "/politics", "/topics/water".</summary>
    public abstract string Address { get; }

    public void Rename(LocalText name) => Name = name;

    /// <summary>Says that somebody has added it.</summary>
    public void Open(string by, DateTime now) => Record(new NewsEvent(NewsEvents.FilingAdded, Id, now, by, Address));

    /// <summary>Changes what readers are told of it; nothing is recorded when nothing is different.</summary>
    public void Tell(LocalText name, LocalText description, string by, DateTime now)
    {
        var (renamed, described) = (!name.Equals(Name), !description.Equals(Description));
        (Name, Description) = (name, description);
        if (renamed || described) Record(new NewsEvent(renamed ? NewsEvents.FilingRenamed : NewsEvents.FilingChanged, Id, now, by, Address));
    }

    /// <summary>Changes the address; the caller leaves a redirect.</summary>
    public void MoveTo(string slug, string by, DateTime now)
    {
        if (slug == Slug) return;
        var before = Address;
        Slug = slug;
        Record(new NewsEvent(NewsEvents.FilingMoved, Id, now, by, $"{before} → {Address}"));
    }

    /// <summary>Takes in all that was filed under another of its kind, which is then removed: see <c>Articles/Merging.cs</c>.</summary>
    public void TakeIn(Filing other, string by, DateTime now) => Record(new NewsEvent(NewsEvents.FilingMerged, Id, now, by, $"{other.Address} → {Address}"));
}

/// <summary>A department of the paper: Politics, Business. Each article stands in exactly one.</summary>
public sealed class Section : Filing
{
    Section() { }

    public Section(string slug, LocalText name, LocalText? description = null, int position = 0) : base(slug, name, description) => Position = position;

    /// <summary>Order in the navigation, lowest first.</summary>
    public int Position { get; private set; }

    public override string Address => $"/{Slug}";

    public void Stand(int position, string by, DateTime now)
    {
        if (position == Position) return;
        Position = position;
        Record(new NewsEvent(NewsEvents.FilingChanged, Id, now, by, Address));
    }
}

/// <summary>A country, region or city.</summary>
public sealed class Place : Filing
{
    Place() { }

    public Place(string slug, LocalText name, LocalText? description = null, Guid? parentId = null) : base(slug, name, description) => ParentId = parentId;

    /// <summary>The country of a city; null for a country.</summary>
    public Guid? ParentId { get; private set; }

    public override string Address => $"/places/{Slug}";

    /// <summary>Puts it into a country, or into none.</summary>
    public void LieIn(Guid? parentId, string by, DateTime now)
    {
        if (parentId == ParentId) return;
        ParentId = parentId;
        Record(new NewsEvent(NewsEvents.FilingChanged, Id, now, by, Address));
    }
}

/// <summary>A free subject.</summary>
public sealed class Topic : Filing
{
    Topic() { }

    public Topic(string slug, LocalText name, LocalText? description = null) : base(slug, name, description) { }

    public override string Address => $"/topics/{Slug}";
}

/// <summary>What a place or topic became that was merged into another: texts that still name it are filed under that one.</summary>
public sealed class Merger
{
    Merger() { }

    public Merger(Guid fromId, Guid intoId)
    {
        FromId = fromId;
        IntoId = intoId;
    }

    public Guid FromId { get; private set; }

    /// <summary>Always one that is there: when it is merged itself, this line follows.</summary>
    public Guid IntoId { get; private set; }
}
