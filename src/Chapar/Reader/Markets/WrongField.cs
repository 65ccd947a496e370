namespace Chapar.Reader.Markets;

/// <summary>What is wrong with a form that was sent.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="Sentence">What is allowed, in the language of the page.</param>
public sealed record WrongField(string Name, string Sentence)
{
    /// <summary>The id of the sentence in the page, by which the field is described.</summary>
    public const string Id = "wrong";
}

/// <summary>The field of a form that asks for a day. A browser empties a field of dates of what is none, so what cannot be read stands in a plain one, as given.</summary>
/// <param name="Value">As given; "" for none.</param>
public sealed record DayField(ReaderPage Page, string Name, string Value, bool IsRequired, WrongField? Wrong = null)
{
    public DateOnly? Day => AskedDay.Parse(Value);
    public bool IsPlain => Value.Length > 0 && Day is null;
    public bool IsWrong => Wrong?.Name == Name;
}

/// <summary>The form "what was the rate on ...".</summary>
/// <param name="Day">As given, or the day to begin with.</param>
public sealed record DayForm(ReaderPage Page, string First, string Second, string Day, WrongField? Wrong = null)
{
    public DayField Field => new(Page, "date", Day, IsRequired: true, Wrong);
}
