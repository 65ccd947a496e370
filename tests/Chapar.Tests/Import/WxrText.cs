using System.Globalization;
using System.Text;
using Chapar.Import.WordPress;

namespace Chapar.Tests.Import;

/// <summary>Writes small exports for tests, in the shape WordPress writes them.</summary>
static class WxrText
{
    public const string Start = """
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel>
        <title>The Sample Courier</title><link>https://courier.example</link><language>en-US</language>
        <wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://courier.example</wp:base_site_url>
        <wp:base_blog_url>https://courier.example</wp:base_blog_url>

        """;

    public const string End = "</channel>\n</rss>\n";

    public static string File(params string[] parts) => Start + string.Concat(parts.Select(part => part + "\n")) + End;

    public static string Author(int id, string login, string name) =>
        $"<wp:author><wp:author_id>{id}</wp:author_id><wp:author_login><![CDATA[{login}]]></wp:author_login>"
        + $"<wp:author_email><![CDATA[secret-{id}@private.example]]></wp:author_email><wp:author_display_name><![CDATA[{name}]]></wp:author_display_name></wp:author>";

    public static string Item(
        int id, string title = "A title", string body = "Some words.", string type = "post", string status = "publish",
        string? slug = null, string? link = null, string date = "2024-03-05 10:00:00", string creator = "ann", string extra = "")
    {
        slug ??= "item-" + id.ToString(CultureInfo.InvariantCulture);
        link ??= $"https://courier.example/2024/03/{slug}/";
        return $"""
            <item><title><![CDATA[{title}]]></title><link>{link}</link><dc:creator><![CDATA[{creator}]]></dc:creator>
            <guid isPermaLink="false">https://courier.example/?p={id}</guid><description></description>
            <content:encoded><![CDATA[{body}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
            <wp:post_id>{id}</wp:post_id><wp:post_date><![CDATA[{date}]]></wp:post_date><wp:post_date_gmt><![CDATA[{date}]]></wp:post_date_gmt>
            <wp:post_name><![CDATA[{slug}]]></wp:post_name><wp:status><![CDATA[{status}]]></wp:status><wp:post_parent>0</wp:post_parent>
            <wp:post_type><![CDATA[{type}]]></wp:post_type><wp:post_password><![CDATA[]]></wp:post_password>{extra}</item>
            """;
    }

    public static string Category(string domain, string slug, string name) =>
        $"""<category domain="{domain}" nicename="{slug}"><![CDATA[{name}]]></category>""";

    public static string Meta(string key, string value) =>
        $"<wp:postmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>";

    public static List<WxrPart> Read(string xml) => Read(Encoding.UTF8.GetBytes(xml));

    public static List<WxrPart> Read(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return [.. WxrReader.Read(stream)];
    }

    public static List<WxrItem> Items(string xml) => [.. Read(xml).OfType<WxrItem>()];

    public static List<WxrProblem> Problems(string xml) => [.. Read(xml).OfType<WxrProblem>()];
}
