using System.Text;
using System.Text.RegularExpressions;

namespace Chapar.Text.Scripts;

/// <summary>What is written in a text and is of no language: web and mail addresses, names of sites, handles and hashtags.</summary>
static partial class Untouched
{
    /// <summary>The text with all but that put into another script.</summary>
    public static string Around(string text, Func<string, string> write)
    {
        if (text.AsSpan().IndexOfAny("./@#") < 0) return write(text);
        var made = new StringBuilder(text.Length);
        int at = 0;
        foreach (Match match in Address().Matches(text))
        {
            made.Append(write(text[at..match.Index])).Append(match.Value);
            at = match.Index + match.Length;
        }
        return at == 0 ? write(text) : made.Append(write(text[at..])).ToString();
    }

    /// <summary>A name is tried from its beginning only: from each of its letters a long one would take its time squared.</summary>
    const string Rest = @"[^\s.,;:!?)»”""]", Start = @"(?<![\w-])(?<!\w\.)", Host = Start + @"[\w-]+(?:\.[\w-]+)*\.";

    /// <summary>Ends of names of sites. Those that an Uzbek sentence may begin with where the space is missing (da, ga, ni, va) are left out.</summary>
    const string Domain =
        "com|org|net|info|news|media|edu|gov|int|mil|biz|app|dev|online|site|live|blog|press|today|world|tv|io|me|ai|fm|gg|ly|be|eu|uk|de|fr|it|es|pt|nl|ch|se|fi|dk|pl|cz|hu|ro|bg|gr|ie|ua|by|md|ge|am|az|" +
        "cn|jp|kr|in|pk|il|ae|ir|tr|us|ca|au|br|kz|kg|uz|tj|tm|mn|ru|su|af|рф|қаз|укр|бел";

    const string File = "html?|pdf|docx?|xlsx?|pptx?|od[ts]|csv|txt|rtf|md|epub|zip|rar|7z|gz|jpe?g|png|gif|svg|webp|mp[34]|avi|mkv|mov|wav|exe|apk|json|xml|ya?ml|sql|php|css|js|ts|py";

    /// <summary>A path behind a slash makes an address of whatever stands before it; a file has its ending, and a site may have one of Uzbek (kun.uzda).</summary>
    [GeneratedRegex(
        @"(?:https?://|www\.)\S*" + Rest + @"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w+" +
        "|" + Start + @"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[a-z]{2,}/(?:\S*" + Rest + ")?" +
        "|" + Host + "(?:" + Domain + @")(?:\b(?:/(?:\S*" + Rest + ")?)?|(?=(?:ning|ga|ni|dagi|dan|da|gacha)" + @"\b))" +
        "|" + Host + "(?i:" + File + @")\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
