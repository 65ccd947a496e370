using Chapar.Text;

namespace Chapar.Sections;

/// <summary>What sections, places and topics have in common: one of the axes an article is filed under.</summary>
public abstract class Filing
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

    public void Rename(LocalText name) => Name = name;

    public void Describe(LocalText description) => Description = description;

    /// <summary>Changes the address; the caller leaves a redirect.</summary>
    public void MoveTo(string slug) => Slug = slug;
}

/// <summary>A department of the paper: Politics, Business. Each article stands in exactly one.</summary>
public sealed class Section : Filing
{
    Section() { }

    public Section(string slug, LocalText name, LocalText? description = null, int position = 0) : base(slug, name, description) => Position = position;

    /// <summary>Order in the navigation, lowest first.</summary>
    public int Position { get; private set; }

    public void Stand(int position) => Position = position;
}

/// <summary>A country, region or city.</summary>
public sealed class Place : Filing
{
    Place() { }

    public Place(string slug, LocalText name, LocalText? description = null, Guid? parentId = null) : base(slug, name, description) => ParentId = parentId;

    /// <summary>The country of a city; null for a country.</summary>
    public Guid? ParentId { get; private set; }
}

/// <summary>A free subject.</summary>
public sealed class Topic : Filing
{
    Topic() { }

    public Topic(string slug, LocalText name, LocalText? description = null) : base(slug, name, description) { }
}
