using Chapar.Rates;
using Chapar.Rates.Fetching;
using Chapar.Staff;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Newsroom.House;

/// <summary>Rates that were held because they look wrong: the value that waits beside the one that is shown, and the two answers. Under them how it
/// stands with each bank.</summary>
[Needs(Right.ReleaseRates)]
public sealed class HeldModel(NewsroomDesk desk, FetchOptions fetching) : NewsroomPage(desk)
{
    public IReadOnlyList<HeldRate> Waiting { get; private set; } = [];

    /// <summary>The sources that are switched on.</summary>
    public IReadOnlyList<SourceStanding> Standings { get; private set; } = [];

    public Task OnGetAsync() => ShowAsync();

    /// <param name="id">As <see cref="HeldRate.Id"/>.</param>
    public async Task<IActionResult> OnPostAcceptAsync(string? id) => await AnsweredAsync(await HeldRates.AcceptAsync(Db, id ?? "", Me.Name, Now, Stop), W["house.rate-accepted"]);

    public async Task<IActionResult> OnPostRefuseAsync(string? id, string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return await AnsweredAsync(W["house.rate-needs-reason"], "");
        return await AnsweredAsync(await HeldRates.RefuseAsync(Db, id ?? "", reason, Me.Name, Now, Stop), W["house.rate-refused"]);
    }

    /// <summary>"87.45 for 1 USD", digit for digit as the bank wrote it.</summary>
    public string Said(RatePoint point, string currency) => W.Fill("house.rate-value", point.Published, point.Nominal, currency);

    /// <summary>By how many per cent the held value differs from the shown one: "+12.40%"; null when there is none to compare.</summary>
    public string? Change(HeldRate rate)
    {
        if (rate is not { Before: { } before, Held: { } held } || before.UnitValue == 0) return null;
        var share = held.UnitValue / before.UnitValue - 1;
        return share == 0 ? RateFormat.Percent(0, Language) : RateFormat.PercentMove(RateFormat.RoundedPercent(share), Language);
    }

    /// <summary>The bank's name in the language of who reads; one that has no words of ours keeps its own.</summary>
    public string NameOf(RateSource source) => W[$"bank.{source.Key}"] is var name && name.StartsWith('[') ? source.Name : name;

    /// <summary>What readers see of it: "up to date", "late: ...".</summary>
    public string StatusOf(SourceStanding standing) => W[standing.LastBulletin is null && standing.Status == "missing" ? "rates-none" : $"rate-{standing.Status}"];

    /// <summary>What came of asking the bank last: the three ways of having nothing have three words.</summary>
    public string OutcomeOf(SourceStanding standing) => W[$"house.bank-said.{standing.Outcome.Replace(' ', '-')}"];

    async Task<IActionResult> AnsweredAsync(string? refusal, string done)
    {
        if (refusal is null)
        {
            Say(done);
            return RedirectToPage();
        }
        await ShowAsync();
        return Refuse(refusal);
    }

    async Task ShowAsync()
    {
        Title = W["house.held-rates"];
        Waiting = await HeldRates.ListAsync(Db, Stop);
        Standings = await SourceStanding.ReadAsync(Db, fetching, Now, Stop);
    }
}
