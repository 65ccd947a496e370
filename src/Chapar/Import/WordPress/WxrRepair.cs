using System.Buffers;
using System.Net;
using System.Text;
using System.Xml;

namespace Chapar.Import.WordPress;

/// <summary>
/// Makes a fragment well-formed. An export is text glued together by PHP, so it holds bytes and signs that XML forbids:
/// control bytes, bare ampersands and angle brackets, HTML entities, unsplit <c>]]&gt;</c>. Each repair is counted.
/// </summary>
sealed class WxrRepair
{
    static readonly SearchValues<char> nameCharacters =
        SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    static readonly SearchValues<char> forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(c => (char)c).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF']);

    readonly StringBuilder clean = new();
    readonly string text;
    int at;
    string element = "";

    WxrRepair(byte[] bytes)
    {
        text = WithoutForbiddenCharacters(bytes);
        clean.EnsureCapacity(text.Length + 64);
    }

    public int ControlBytes { get; private set; }
    public int InvalidUtf8 { get; private set; }
    public int Ampersands { get; private set; }
    public int Brackets { get; private set; }
    /// <summary>Prefixes of tags and attributes, so that undeclared ones can be declared.</summary>
    public HashSet<string> Prefixes { get; } = [];

    /// <summary>The repaired text.</summary>
    public string Xml => clean.ToString();

    public static WxrRepair Of(byte[] bytes)
    {
        WxrRepair repair = new(bytes);
        while (repair.at < repair.text.Length)
            repair.Step();
        return repair;
    }

    string WithoutForbiddenCharacters(byte[] bytes)
    {
        string decoded = Encoding.UTF8.GetString(bytes);
        if (decoded.Contains('\uFFFD'))
            InvalidUtf8 = Math.Max(0, decoded.Count(c => c == '\uFFFD') - bytes.AsSpan().Count("\uFFFD"u8));
        if (decoded.AsSpan().IndexOfAny(forbidden) < 0)
            return decoded;
        string allowed = string.Concat(decoded.Where(c => !forbidden.Contains(c)));
        ControlBytes = decoded.Length - allowed.Length;
        return allowed;
    }

    void Step()
    {
        int special = text.AsSpan(at).IndexOfAny("<&]");
        if (special < 0)
            special = text.Length - at;
        clean.Append(text, at, special);
        at += special;
        if (at == text.Length)
            return;
        ReadOnlySpan<char> rest = text.AsSpan(at);
        if (rest[0] == '&')
            Ampersand(text.Length);
        else if (rest.StartsWith("]]>"))
            Replace(3, "]]&gt;");
        else if (rest[0] == ']')
            clean.Append(text[at++]);
        else if (rest.StartsWith("<![CDATA["))
            CData();
        else if (rest.StartsWith("<!--"))
            Skip(text.IndexOf("-->", at + 4, StringComparison.Ordinal), 3);
        else if (rest.StartsWith("<?"))
            Skip(text.IndexOf("?>", at + 2, StringComparison.Ordinal), 2);
        else if (rest.Length > 1 && (rest[1] == '/' || rest[1] == '_' || char.IsLetter(rest[1])))
            Tag();
        else
            Replace(1, "&lt;");
    }

    void Replace(int length, string by)
    {
        clean.Append(by);
        at += length;
        Brackets++;
    }

    void Skip(int end, int length) => at = end < 0 ? text.Length : end + length;

    void CData()
    {
        const string start = "<![CDATA[", end = "]]>";
        clean.Append(start);
        at += start.Length;
        while (true)
        {
            int close = text.IndexOf(end, at, StringComparison.Ordinal);
            if (close < 0)
            {
                clean.Append(text, at, text.Length - at).Append(end);
                at = text.Length;
                return;
            }
            clean.Append(text, at, close - at);
            at = close + end.Length;
            int endTag = text.IndexOf("</" + element, at, StringComparison.Ordinal);
            if (endTag < 0 || !CDataEnd.IsText(text.AsSpan(at, endTag - at)))
            {
                clean.Append(end);
                return;
            }
            clean.Append("]]").Append(end).Append(start).Append('>');
            Brackets++;
        }
    }

    void Tag()
    {
        int end = EndOfTag();
        if (end < 0)
        {
            Replace(1, "&lt;");
            return;
        }
        if (text[at + 1] != '/')
            element = Name(at + 1);
        NotePrefixes(text.AsSpan(at, end - at));
        while (at < end)
        {
            int ampersand = text.AsSpan(at, end - at).IndexOf('&');
            int length = ampersand < 0 ? end - at : ampersand;
            clean.Append(text, at, length);
            at += length;
            if (ampersand >= 0)
                Ampersand(end);
        }
    }

    int EndOfTag()
    {
        char quote = '\0';
        for (int i = at + 1; i < text.Length; i++)
        {
            char c = text[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '>')
                return i + 1;
            else if (c == '<')
                return -1;
        }
        return -1;
    }

    string Name(int from)
    {
        int to = from;
        while (to < text.Length && !char.IsWhiteSpace(text[to]) && text[to] is not ('>' or '/'))
            to++;
        return text[from..to];
    }

    void NotePrefixes(ReadOnlySpan<char> tag)
    {
        char quote = '\0';
        int nameStart = -1;
        for (int i = 0; i < tag.Length; i++)
        {
            char c = tag[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == ':' && nameStart >= 0)
                Prefixes.Add(tag[nameStart..i].ToString());
            else if (nameStart < 0 && char.IsLetter(c))
                nameStart = i;
            else if (nameStart >= 0 && (char.IsWhiteSpace(c) || c == '='))
                nameStart = -1;
        }
    }

    void Ampersand(int end)
    {
        ReadOnlySpan<char> name = text.AsSpan(at + 1, Math.Min(end - at - 1, 33));
        int length = name.IndexOfAnyExcept(nameCharacters);
        string entity = length > 0 && name[length] == ';' ? text.Substring(at, length + 2) : "";
        if (entity is "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;")
        {
            clean.Append(entity);
        }
        else if (entity.Length > 0 && WebUtility.HtmlDecode(entity) is var decoded && decoded != entity)
        {
            clean.Append(string.Concat(decoded.Where(IsWritable)));
            ControlBytes += decoded.Count(c => !IsWritable(c));
        }
        else if (entity.StartsWith("&#", StringComparison.Ordinal))
        {
            ControlBytes++;
        }
        else
        {
            clean.Append("&amp;");
            at++;
            Ampersands++;
            return;
        }
        at += entity.Length;
    }

    static bool IsWritable(char c) => (XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)) && c is not ('<' or '&');
}
