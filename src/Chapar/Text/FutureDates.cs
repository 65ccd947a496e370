using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Chapar.Text;

/// <summary>
/// Whole dates, with their year, that lie in the future where the text does not speak of what is to come: mostly a slip in the year.
/// A date whose clause, or else whose sentence, says by its verb or by a word such as "until" that it is still to come, is left alone;
/// where nothing tells, the date is named, since a wrong warning costs a look and a wrong year a correction. Endings that are of both
/// times (Kazakh "құлады", Uzbek "quladi") count as to come: most such dates are announcements, and who warns too often is not read.
/// </summary>
public static partial class FutureDates
{
    /// <summary>The beginnings of the months in the seven languages, in their order.</summary>
    static readonly string[][] Months =
    [
        ["jan", "янв", "қаңтар", "yan", "ýan"], ["feb", "фев", "ақпан", "fev", "few"], ["mar", "мар", "наурыз"], ["apr", "апр", "сәуір"], ["may", "май", "мая", "мамыр", "maý"],
        ["jun", "июн", "маусым", "iyun", "iýun"], ["jul", "июл", "шілде", "iyul", "iýul"], ["aug", "авг", "тамыз", "avg", "awg"], ["sep", "сен", "қыркүйек", "sen"],
        ["oct", "окт", "қазан", "okt"], ["nov", "ноя", "қараша", "noy", "noý"], ["dec", "дек", "желтоқсан", "dek"],
    ];

    /// <summary>What tells, in each language, that something is still to come, and that it has happened. In four of them the verb ends the clause.</summary>
    static readonly FrozenDictionary<string, (Regex Ahead, Regex Past)> Tenses = new Dictionary<string, (Regex, Regex)>
    {
        ["en"] = (
            Of(@"\b(?:will|shall|would|may|might|must|can|could|should|is|are|to be|going to|until|till|by|before|through|from|plan\w*|schedul\w*|expect\w*|due|next|upcoming|deadline|intend\w*|aim\w*|expires?|begins?|starts?|opens?|ends?|comes?|takes?)\b|\w’ll\b|\w'll\b"),
            Of(@"\b(?:was|were|had|did|said|told|\w{2,}ed|began|came|went|took|rose|fell|met|won|lost|held|made|left|got|gave|saw|broke|struck|sent|spoke)\b")),
        ["ru"] = (
            Of(@"\b(?:буд(?:ет|ут|ем)|до|не позднее|планиру\w+|запланирован\w*|намечен\w*|намерен\w*|назначен\w* на|ожида\w+|предсто\w+|долж[не]н?\w*|мо(?:жет|гут)|рассчит\w+|прод(?:лится|лятся|лён|лен)|действу\w+|состо[ия]тся|прой?д[её]т|пройдут|войд[её]т|вступ[ия]т|начн[её]т|\w+(?:[её]тся|ится|утся|ются|атся|ятся))\b"),
            Of(@"\b\w+(?:[аеиоуыюяё]л[аои]?|ш[её]л|шл[аои]|[аеиоуыюяё]л(?:ся|ась|ось|ись)|ошл(?:ась|ось|ись))\b")),
        ["kk"] = (
            Of(@"\b(?:дейін|қарай|жоспарла\w*|жоспарда\w*|күтіл\w*|керек|тиіс|мүмкін)\b|(?:[ае]д[ыі]|йд[ыі]|мақ|мек|бақ|бек|пақ|пек)$"),
            Of("(?:[дт][ыі]|[ғқ]ан|[гк]ен)$")),
        ["ky"] = (
            Of(@"\b(?:чейин|карата|пландал\w*|пландаштыр\w*|күтүл\w*|керек|тийиш|мүмкүн)\b|\w(?:[аеоө]т|йт|м[аео]к|мөк)$"),
            Of("(?:[дт][ыиуү]|[гк](?:ан|ен|он|өн))$")),
        ["uz"] = (
            Of(@"\b(?:qadar|\w+gacha|reja\w*|kutil\w*|kerak|lozim|mumkin|қадар|\w+гача|режа\w*|кутил\w*|керак|лозим|мумкин)\b|(?:[ay]di|[ay]dilar|moqchi|[ай]ди|[ай]дилар|моқчи)$"),
            Of("(?:di|dilar|gan|ди|дилар|ган)$")),
        ["tg"] = (
            Of(@"\b(?:то|хоҳ\w+|ме\w+(?:ад|анд)|бояд|метавон\w+|нақша\w*|интизор\w*)\b"),
            Of(@"\b\w*(?:шуд|буд|кард|гашт|гардид|гирифт|омад|рафт|гуфт|дод|рӯй дод)(?:анд|аст)?\b")),
        ["tk"] = (
            Of(@"\b(?:çenli|meýil\w*|garaşyl\w*|gerek|mümkin|\w+(?:jak|jek)\w*)\b|\w(?:[ae]r|ýar|ýär)$"),
            Of("(?:d[yiuü]|ypdyr|ipdir|updyr|üpdir)$")),
    }.ToFrozenDictionary();

    /// <summary>The dates as the text writes them, each once.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="language">Of the text.</param>
    /// <param name="today">In the publication's zone.</param>
    public static IEnumerable<string> In(string text, string language, DateOnly today) =>
        Dates().Matches(text).Where(match => Day(match) > today && !IsAhead(text, match, language)).Select(match => match.Groups["date"].Value).Distinct();

    static bool IsAhead(string text, Match date, string language)
    {
        if (!Tenses.TryGetValue(language, out var tense)) return false;
        var clause = Around(text, date, Clauses());
        if (tense.Ahead.IsMatch(clause)) return true;
        return !tense.Past.IsMatch(clause) && tense.Ahead.IsMatch(Around(text, date, Sentences()));
    }

    /// <summary>What stands between two ends around the date, without the date itself: its commas and dots end nothing.</summary>
    static string Around(string text, Match date, Regex ends)
    {
        int from = 0, to = text.Length;
        foreach (Match end in ends.Matches(text))
        {
            if (end.Index + end.Length <= date.Index) from = end.Index + end.Length;
            else if (end.Index >= date.Index + date.Length)
            {
                to = end.Index;
                break;
            }
        }
        return string.Concat(text.AsSpan(from, date.Index - from), " ", text.AsSpan(date.Index + date.Length, to - date.Index - date.Length)).TrimEnd(' ', '.', '»', '”', '"', '!', ')');
    }

    static DateOnly? Day(Match match)
    {
        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var (year, day) = (Number("year"), Number("day"));
        var month = match.Groups["name"] is { Success: true } name
            ? Array.FindIndex(Months, starts => Array.Exists(starts, start => name.Value.StartsWith(start, StringComparison.OrdinalIgnoreCase))) + 1 : Number("month");
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    static Regex Of(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    const string Name = """
        (?<name>january|february|march|april|may|june|july|august|september|october|november|december
        |январ\w*|феврал\w*|март\w*|апрел\w*|ма[йя]\w*|июн\w*|июл\w*|август\w*|сентябр\w*|октябр\w*|ноябр\w*|декабр\w*
        |қаңтар\w*|ақпан\w*|наурыз\w*|сәуір\w*|мамыр\w*|маусым\w*|шілде\w*|тамыз\w*|қыркүйек\w*|қазан\w*|қараша\w*|желтоқсан\w*
        |[yý]an[vw]ar\w*|fe[vw]ral\w*|mart\w*|aprel\w*|ma[yý](?:da|ning|yň|ynda)?|i[yý]un\w*|i[yý]ul\w*|a[vw]gust\w*|sent[yý]?abr\w*|okt[yý]?abr\w*|no[yý]abr\w*|dekabr\w*)\b
        """;

    // "24th of November, 2026", "24 ноября 2026 года", "24-уми ноябри соли 2026"; "November 24, 2026"; "2026-жылдын 24-ноябрында",
    // "2026 жылғы 24 қараша", "2026-njy ýylyň 24-nji noýabry"; ISO 8601; "24.11.2026".
    [GeneratedRegex(@"(?<!\d)(?<date>(?<day>\d{1,2})(?:st|nd|rd|th|-\p{L}{2,3})?[\s-]+(?:of\s+)?" + Name + @",?\s+(?:соли\s+)?(?<year>\d{4})"
        + @"|" + Name + @"\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})"
        + @"|(?<year>\d{4})(?:-\p{L}{2,4})?[\s-]*(?:жыл\p{L}*|ж\.|йил\p{L}*|yil\p{L}*|ýyl\p{L}*)[\s,]*(?<day>\d{1,2})(?:-\p{L}{2,4})?[\s-]+" + Name
        + @"|(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})|(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}))(?![\d-]|\.\d)(?:\s+(?:года?|году|г\.|йил\p{L}*|yil\p{L}*))?",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Dates();

    [GeneratedRegex(@"[.!?…;:,](?=\s)|\n|\s[—–]\s")]
    private static partial Regex Clauses();

    [GeneratedRegex(@"[.!?…](?=\s)|\n")]
    private static partial Regex Sentences();
}
