using Chapar.Articles;
using Chapar.Database;
using Chapar.Sections;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Import.WordPress;

/// <summary>Where an article is filed here.</summary>
sealed record ItemFiling(Section Section, IReadOnlyList<Place> Places, IReadOnlyList<Topic> Topics, Format Format);

/// <summary>Categories and tags of the old site as sections, places and topics here.</summary>
sealed class Filings(NewsDb db, string source, string language, CategoryMapping mapping)
{
    readonly Dictionary<string, Filing> categories = new(StringComparer.Ordinal);
    readonly Dictionary<string, Topic> tags = new(StringComparer.Ordinal);
    Dictionary<(string Kind, string Id), Guid> known = [];
    Dictionary<string, Section> sections = [];
    Dictionary<string, Place> places = [];
    Dictionary<string, Topic> topics = [];
    Func<string, bool> isTakenPath = _ => false;
    Survey survey = null!;

    public Section Default { get; private set; } = null!;
    public int CreatedSections { get; private set; }
    public int CreatedPlaces { get; private set; }
    public int CreatedTopics { get; private set; }

    /// <param name="isTaken">Whether an article or page stands at a path, which a section then may not have.</param>
    public async Task PrepareAsync(Survey read, Func<string, bool> isTaken, CancellationToken stop)
    {
        (survey, isTakenPath) = (read, isTaken);
        sections = await db.Sections.ToDictionaryAsync(section => section.Slug, stop);
        places = await db.Places.ToDictionaryAsync(place => place.Slug, stop);
        topics = await db.Topics.ToDictionaryAsync(topic => topic.Slug, stop);
        known = await db.ImportedItems.AsNoTracking().Where(item => item.Source == source && (item.Kind == "category" || item.Kind == "tag"))
            .ToDictionaryAsync(item => (item.Kind, item.SourceId), item => item.EntityId, stop);
        Dictionary<Guid, Filing> stored = sections.Values.Cast<Filing>().Concat(places.Values).Concat(topics.Values).ToDictionary(filing => filing.Id);
        foreach (((string kind, string id), Guid entity) in known)
        {
            if (!stored.TryGetValue(entity, out Filing? filing))
                continue;
            if (kind == "category")
                categories[id] = filing;
            else if (filing is Topic topic)
                tags[id] = topic;
        }
        Default = SectionOf(mapping.DefaultSection.Slug!, mapping.DefaultSection.Name!, "");
        foreach (((string taxonomy, string slug), WxrTerm term) in read.Terms)
        {
            if (taxonomy == "category")
                Category(slug, term, depth: 0);
            else if (taxonomy == "post_tag")
                Tag(slug, WordPressText.Plain(term.Name), WordPressText.Plain(term.Description));
        }
    }

    /// <summary>What a category became; null when it was not to be taken over.</summary>
    public Filing? CategoryAt(string slug) => categories.GetValueOrDefault(slug);

    public Topic? TagAt(string slug) => tags.GetValueOrDefault(slug);

    /// <summary>Files an item: one section (the primary or the deepest category), all its places, its tags and further categories as topics.</summary>
    public ItemFiling Of(WxrItem item)
    {
        List<(string Slug, Filing Filing)> filed = [.. from term in item.Terms
                                                       where term.Taxonomy == "category"
                                                       let slug = WordPressText.SlugOf(term.Slug, term.Name)
                                                       let filing = categories.GetValueOrDefault(slug)
                                                       where filing is not null
                                                       select (slug, filing)];
        long primary = long.TryParse(item.MetaValue("_yoast_wpseo_primary_category") ?? item.MetaValue("rank_math_primary_category"), out long id) ? id : -1;
        List<(string Slug, Filing Filing)> candidates = [.. filed.Where(each => each.Filing is Section)];
        Section section = (candidates
            .OrderByDescending(each => survey.Terms.GetValueOrDefault(("category", each.Slug))?.Id == primary)
            .ThenBy(each => each.Filing == Default)
            .ThenByDescending(each => DepthOf(each.Slug))
            .Select(each => each.Filing).FirstOrDefault() as Section) ?? Default;
        List<Topic> subjects = [.. filed.Select(each => each.Filing).OfType<Topic>()];
        foreach (WxrItemTerm term in item.Terms.Where(term => term.Taxonomy == "post_tag"))
            if (tags.TryGetValue(WordPressText.SlugOf(term.Slug, term.Name), out Topic? topic))
                subjects.Add(topic);
        foreach (Filing further in candidates.Select(each => each.Filing).Where(filing => filing != section && filing != Default && !IsAbove(filing, section)))
            subjects.Add(TopicOf(further.Slug, further.Name[language]));
        List<Place> where = [.. filed.Select(each => each.Filing).OfType<Place>().Distinct()];
        return new ItemFiling(section, where, [.. subjects.Distinct()], FormatOf(filed.Select(each => each.Slug)));
    }

    static Format FormatOf(IEnumerable<string> slugs)
    {
        foreach (string slug in slugs)
            switch (slug)
            {
                case "opinion" or "opinions" or "op-ed" or "columns" or "commentary" or "blogs" or "mneniya" or "мнения" or "мнение": return Format.Opinion;
                case "interview" or "interviews" or "интервью" or "intervyu": return Format.Interview;
                case "analysis" or "analytics" or "аналитика" or "analitika": return Format.Analysis;
                case "feature" or "features" or "longread" or "longreads": return Format.Feature;
                case "explainer" or "explainers": return Format.Explainer;
                case "photo-essay" or "photo-essays" or "photos" or "gallery" or "фоторепортаж": return Format.PhotoEssay;
            }
        return Format.News;
    }

    int DepthOf(string slug)
    {
        int depth = 0;
        while (depth < 10 && ParentOf(slug) is { Length: > 0 } parent)
            (slug, depth) = (parent, depth + 1);
        return depth;
    }

    string ParentOf(string slug) => survey.Terms.GetValueOrDefault(("category", slug))?.Parent is { Length: > 0 } parent ? WordPressText.SlugOf(parent, "") : "";

    /// <summary>A parent category is said by its child: it is no further subject.</summary>
    bool IsAbove(Filing above, Section below)
    {
        foreach (string slug in categories.Where(each => each.Value == below).Select(each => each.Key))
        {
            string at = slug;
            for (int depth = 0; depth < 10 && ParentOf(at) is { Length: > 0 } parent; depth++, at = parent)
                if (categories.GetValueOrDefault(parent) == above)
                    return true;
        }
        return false;
    }

    Filing? Category(string slug, WxrTerm term, int depth)
    {
        if (categories.TryGetValue(slug, out Filing? filing))
            return filing;
        string parentSlug = ParentOf(slug);
        Filing? parent = parentSlug.Length > 0 && parentSlug != slug && depth < 10 && survey.Terms.TryGetValue(("category", parentSlug), out WxrTerm? above)
            ? Category(parentSlug, above, depth + 1) : null;
        string name = WordPressText.Plain(term.Name) is { Length: > 0 } own ? own : slug;
        CategoryRule rule = mapping.For(slug, name, parent is Place);
        string key = rule.Slug is { Length: > 0 } ? rule.Slug : "category";
        string about = WordPressText.Plain(term.Description);
        filing = rule.Kind switch
        {
            FilingKind.Section => SectionOf(key, rule.Name!, about),
            FilingKind.Place => PlaceOf(key, rule.Name!, about, parent as Place),
            FilingKind.Topic => TopicOf(key, rule.Name!),
            _ => null,
        };
        if (filing is null)
            return null;
        categories[slug] = filing;
        Remember("category", slug, filing.Id);
        return filing;
    }

    void Tag(string slug, string name, string about)
    {
        if (tags.ContainsKey(slug) || name.Length == 0)
            return;
        string key = Slug.Of(slug) is { Length: > 0 } latin ? latin : Slug.Of(name);
        tags[slug] = TopicOf(key.Length > 0 ? key : "topic", name, about);
        Remember("tag", slug, tags[slug].Id);
    }

    void Remember(string kind, string id, Guid entity)
    {
        if (known.TryAdd((kind, id), entity))
            db.ImportedItems.Add(new ImportedItem(source, kind, id, entity));
    }

    Section SectionOf(string slug, string name, string about)
    {
        // A section's address is new here, so it gives way to an article that has always had it.
        string free = sections.ContainsKey(slug) ? slug : Slug.Free(slug, taken => sections.ContainsKey(taken) || isTakenPath("/" + taken));
        if (sections.TryGetValue(free, out Section? section))
            return section;
        sections[free] = section = new Section(free, LocalText.Of(language, name), Described(about), sections.Count);
        db.Sections.Add(section);
        CreatedSections++;
        return section;
    }

    Place PlaceOf(string slug, string name, string about, Place? parent)
    {
        if (places.TryGetValue(slug, out Place? place))
            return place;
        Guid? country = parent?.Id ?? (Gazetteer.CountryOf(name) is { } of && places.TryGetValue(of, out Place? around) ? around.Id : null);
        places[slug] = place = new Place(slug, LocalText.Of(language, name), Described(about), country);
        db.Places.Add(place);
        CreatedPlaces++;
        return place;
    }

    Topic TopicOf(string slug, string name, string about = "")
    {
        if (topics.TryGetValue(slug, out Topic? topic))
            return topic;
        topics[slug] = topic = new Topic(slug, LocalText.Of(language, name), Described(about));
        db.Topics.Add(topic);
        CreatedTopics++;
        return topic;
    }

    LocalText Described(string about) => about.Length == 0 ? LocalText.Empty : LocalText.Of(language, about);
}
