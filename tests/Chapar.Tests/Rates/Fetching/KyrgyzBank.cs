using System.Globalization;

namespace Chapar.Tests.Rates.Fetching;

/// <summary>The National Bank of the Kyrgyz Republic as it behaves: at 16:20 the file is written for the next calendar day, also on weekends, when
/// the value is the old one; the weekly file is of the last Saturday. The figures are invented.</summary>
static class KyrgyzBank
{
    public static Page Answer(Question question, DateTimeOffset now)
    {
        DateTime local = now.UtcDateTime.AddHours(6);
        DateOnly day = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) >= new TimeOnly(16, 20))
            day = day.AddDays(1);
        if (question.Path == "XML/daily.xml")
            return Tagged(RatesWorld.Kyrgyz(day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), Printed(day)));
        if (question.Path != "XML/weekly.xml")
            return new(SmallDocuments.Bytes("date,USD\n"));
        DateOnly saturday = day.AddDays(-((int)day.DayOfWeek + 1) % 7);
        return Tagged(SmallDocuments.NbkrWeekly.Replace("23.05.2026", saturday.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    /// <summary>A new value takes effect from Tuesday to Saturday.</summary>
    public static string Printed(DateOnly day)
    {
        while (day.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Monday)
            day = day.AddDays(-1);
        return (87m + day.DayNumber % 10 / 100m).ToString("F4", CultureInfo.InvariantCulture).Replace('.', ',');
    }

    static Page Tagged(string document) => new(SmallDocuments.Bytes(document), ETag: $"\"{document.GetHashCode(StringComparison.Ordinal):x}\"");
}
