namespace Chapar.Articles;

/// <summary>What became of asking an address on another site.</summary>
public enum LinkOutcome
{
    /// <summary>Something stands there, perhaps only for people and not for machines.</summary>
    Answers,

    /// <summary>It answers that there is nothing, or that it is broken: see the status.</summary>
    Refuses,

    /// <summary>There is no such site.</summary>
    NoSite,

    /// <summary>No answer in the time that a reader would wait.</summary>
    TooSlow,

    /// <summary>No connection, or one that is not safe.</summary>
    NoConnection,

    /// <summary>It leads from one address to the next without an end.</summary>
    Circle,

    /// <summary>It lies in a private network, or is no web address: it was not asked.</summary>
    NotPublic,
}

/// <summary>The last answer of an address on another site that some story links to.</summary>
public sealed class LinkAnswer
{
    /// <summary>Bytes in UTF-8; longer addresses are not asked (a key of PostgreSQL takes some 2,700).</summary>
    public const int LongestAddress = 2_000;

    /// <summary>For so long what answered is not asked again.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>What did not answer may do so soon: a server that was being mended, a network that was down.</summary>
    static readonly TimeSpan RememberedWithout = TimeSpan.FromMinutes(15);

    LinkAnswer() { }

    public LinkAnswer(string address) => Address = address;

    public string Address { get; private set; } = "";
    public LinkOutcome Outcome { get; private set; }

    /// <summary>Of HTTP; null when there was no answer.</summary>
    public int? Status { get; private set; }

    public DateTime AskedAt { get; private set; }

    public void Say(LinkOutcome outcome, int? status, DateTime now) => (Outcome, Status, AskedAt) = (outcome, status, now);

    /// <summary>Whether it is to be asked again when somebody looks.</summary>
    public bool IsStale(DateTime now) => now - AskedAt >= (Outcome == LinkOutcome.Answers ? Remembered : RememberedWithout);
}
