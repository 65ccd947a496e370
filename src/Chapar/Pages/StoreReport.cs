namespace Chapar.Pages;

/// <summary>How the page store does since the start of the program, for <c>/health/pages</c>.</summary>
/// <param name="Pages">Pages kept now.</param>
/// <param name="Bytes">Of memory that they take, in all their encodings.</param>
/// <param name="Hits">Answers made from a kept page.</param>
/// <param name="OfThemBeforeTheServer">Of the hits, those answered without the server (see <see cref="KeptPageAnswers"/>).</param>
/// <param name="Made">Pages made because none was kept or true.</param>
/// <param name="HitRate">Hits of all, from 0 to 1; 0 before the first.</param>
public sealed record StoreReport(int Pages, long Bytes, long Hits, long OfThemBeforeTheServer, long Made, double HitRate)
{
    public static StoreReport Of(PageStore store, KeptPageAnswers answers)
    {
        var (hits, made) = (store.Hits, store.Misses);
        return new(store.Count, store.Size, hits, answers.Given, made, hits + made == 0 ? 0 : Math.Round((double)hits / (hits + made), 4));
    }
}
