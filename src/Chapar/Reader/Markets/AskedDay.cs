using System.Globalization;

namespace Chapar.Reader.Markets;

/// <summary>A day as readers give it: as forms and addresses write it, "2022-03-14", or as the region does, "14.03.2022".</summary>
public static class AskedDay
{
    static readonly string[] forms = ["yyyy-MM-dd", "d.M.yyyy"];

    /// <summary>The first day that may be asked for: none of the five moneys is older.</summary>
    public static DateOnly First { get; } = new(1991, 1, 1);

    /// <summary>The day, from <see cref="First"/> on; null for what is none.</summary>
    public static DateOnly? Parse(string? text) => Parse(text?.Trim(), forms);

    /// <summary>The day of an address, which has one form.</summary>
    public static DateOnly? OfAddress(string? text) => Parse(text, forms[..1]);

    static DateOnly? Parse(string? text, string[] forms) =>
        DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= First ? day : null;
}
