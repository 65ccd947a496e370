using Chapar.Database;

namespace Chapar.Rates;

public sealed partial class Bulletin
{
    /// <param name="Bank">Key of the source.</param>
    /// <param name="Of">Which of its series.</param>
    /// <param name="Day">In the bank's calendar.</param>
    internal sealed record On(string Bank, BulletinSeries Of, DateOnly Day);

    /// <param name="Bank">Key of the source.</param>
    /// <param name="Of">Which of its series.</param>
    /// <param name="Day">Later than those that are asked for.</param>
    /// <param name="Values">The digest of values that are not meant.</param>
    internal sealed record Earlier(string Bank, BulletinSeries Of, DateOnly Day, string Values);

    /// <summary>Some by their ids, as readers see them.</summary>
    internal static readonly Question<IReadOnlyList<Guid>, Bulletin> These = new("bulletins", (db, ids) => db.Bulletins.Where(b => ids.Contains(b.Id)).Select(b => new Bulletin
    {
        Id = b.Id,
        Source = b.Source,
        Series = b.Series,
        HomeCurrency = b.HomeCurrency,
        Quotation = b.Quotation,
        EffectiveOn = b.EffectiveOn,
        PublishedAt = b.PublishedAt,
        FetchedAt = b.FetchedAt,
        DocumentId = b.DocumentId,
        Revision = b.Revision,
        IsCurrent = b.IsCurrent,
        IsCorrection = b.IsCorrection,
        ValuesDigest = b.ValuesDigest,
        Rates = b.Rates,
    }), Read);

    /// <summary>The one in force on a day: the newest shown one that is not for a later day.</summary>
    internal static readonly Question<On, Guid> InForceOn = new("bulletins.in-force",
        (db, on) => db.Bulletins.Where(b => b.Source == on.Bank && b.Series == on.Of && b.IsCurrent && b.EffectiveOn <= on.Day).OrderByDescending(b => b.EffectiveOn).Take(1).Select(b => b.Id),
        row => row.Id(0));

    /// <summary>The newest shown one of an earlier day whose values are not these.</summary>
    internal static readonly Question<Earlier, Guid> Before = new("bulletins.before",
        (db, than) => db.Bulletins.Where(b => b.Source == than.Bank && b.Series == than.Of && b.IsCurrent && b.EffectiveOn < than.Day && b.ValuesDigest != than.Values)
            .OrderByDescending(b => b.EffectiveOn).Take(1).Select(b => b.Id),
        row => row.Id(0));

    static Bulletin Read(AnswerRow row) => new()
    {
        Id = row.Id(0),
        Source = row.Text(1),
        Series = row.Word<BulletinSeries>(2),
        HomeCurrency = row.Text(3),
        Quotation = row.Word<Quotation>(4),
        EffectiveOn = row.Day(5),
        PublishedAt = row.AtOrNot(6),
        FetchedAt = row.At(7),
        DocumentId = row.Id(8),
        Revision = row.Number(9),
        IsCurrent = row.Is(10),
        IsCorrection = row.Is(11),
        ValuesDigest = row.Text(12),
        Rates = RateRows.Read(row.Text(13)),
    };
}
