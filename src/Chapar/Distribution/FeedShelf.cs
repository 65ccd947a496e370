using System.Collections.Concurrent;
using Chapar.Settings;

namespace Chapar.Distribution;

/// <summary>An article as it stands in a feed, and on what that depends.</summary>
/// <param name="Names">Edition names.</param>
/// <param name="GoodUntil">The instant (UTC) at which it is untrue though nothing changed; null for never.</param>
sealed record ReadItem(FeedItem Item, IReadOnlyCollection<string> Names, DateTime? GoodUntil);

/// <summary>
/// For who asks for all feeds of a newspaper, one after the other: an article stands in the feeds of its section, places, topics and
/// authors, and is read and written out once for all of them.
/// </summary>
public sealed class FeedShelf
{
    /// <summary>At some 15 KB each. The newest of a hundred lists are fewer; past it what has stood there longest is read again.</summary>
    const int Most = 3_000;

    readonly ConcurrentDictionary<(Guid Article, string Language), ReadItem> items = new();
    readonly ConcurrentQueue<(Guid Article, string Language)> order = new();

    internal ReadItem? Find(Guid article, string language) => items.GetValueOrDefault((article, language));

    /// <summary>Keeps the bytes of an article in each kind of feed instead of its text.</summary>
    internal ReadItem Put(ReadItem read, string language, Publication publication)
    {
        var item = read.Item;
        var shelved = read with { Item = item with { Html = "", Written = new(Rss.Part(item), Atom.Part(item, publication), JsonFeed.Part(item, language, publication)) } };
        if (items.TryAdd((item.Id, language), shelved)) order.Enqueue((item.Id, language));
        while (order.Count > Most && order.TryDequeue(out var oldest)) items.TryRemove(oldest, out _);
        return shelved;
    }
}
