using System.Diagnostics;
using System.Text;
using Chapar.Import.WordPress;
using static Chapar.Tests.Import.WxrText;

namespace Chapar.Tests.Import;

public class WxrReaderTests
{
    [Fact]
    public void An_item_is_read_with_its_line_and_byte_offset()
    {
        string xml = File(Author(1, "ann", "Ann Sample"), Item(7, "Bread prices", extra: Category("post_tag", "bread", "Bread") + Meta("_thumbnail_id", "9")));
        List<WxrPart> parts = Read(xml);

        WxrSite site = Assert.IsType<WxrSite>(parts[1]);
        Assert.Equal(("The Sample Courier", "https://courier.example", "en-US", "1.2"), (site.Title, site.BlogUrl, site.Language, site.Version));
        Assert.Equal("Ann Sample", Assert.IsType<WxrAuthor>(parts[0]).DisplayName);
        WxrItem item = Assert.IsType<WxrItem>(parts[2]);
        Assert.Equal((7, "Bread prices", "post", "publish", "ann"), (item.Id, item.Title, item.Type, item.Status, item.Creator));
        Assert.Equal(new DateTime(2024, 3, 5, 10, 0, 0, DateTimeKind.Utc), item.Dates.PublishedAt(TimeZoneInfo.Utc));
        Assert.Equal([new WxrItemTerm("post_tag", "bread", "Bread")], item.Terms);
        Assert.Equal("9", item.MetaValue("_thumbnail_id"));
        Assert.Equal(xml.IndexOf("<item>", StringComparison.Ordinal), item.Offset);
        Assert.Equal(1 + xml[..(int)item.Offset].Count(c => c == '\n'), item.Line);
    }

    [Fact]
    public void One_malformed_item_does_not_lose_the_others()
    {
        List<WxrPart> parts = Read(File(Item(1), "<item><wp:post_id>2</wp:post_id><title>x</titel></item>", Item(3)));
        Assert.Equal([1, 3], parts.OfType<WxrItem>().Select(item => item.Id));
        WxrProblem problem = Assert.Single(parts.OfType<WxrProblem>());
        Assert.Equal(("malformed item", "item 2", true), (problem.Reason, problem.SourceId, problem.IsLoss));
        Assert.Equal(1 + (Start + Item(1)).Count(c => c == '\n') + 1, problem.Line);
    }

    [Fact]
    public void An_item_without_end_tag_is_told_and_the_next_one_is_read()
    {
        List<WxrPart> parts = Read(File("<item><title>Lost</title><wp:post_id>8</wp:post_id>", Item(9)));
        Assert.Equal(9, Assert.Single(parts.OfType<WxrItem>()).Id);
        Assert.Equal(("unclosed item", "item 8"), parts.OfType<WxrProblem>().Select(p => (p.Reason, p.SourceId)).Single());
    }

    [Fact]
    public void A_file_cut_off_keeps_its_whole_items_and_says_where_it_ends()
    {
        string xml = File(Item(1), Item(2));
        List<WxrPart> parts = Read(xml[..xml.LastIndexOf("<wp:post_name>", StringComparison.Ordinal)]);
        Assert.Equal(1, Assert.Single(parts.OfType<WxrItem>()).Id);
        Assert.Contains(parts.OfType<WxrProblem>(), p => p is { Reason: "broken file", IsLoss: true } && p.Detail.Contains("the file ends inside <item>", StringComparison.Ordinal));
    }

    [Fact]
    public void Control_bytes_are_taken_out_and_told()
    {
        List<WxrPart> parts = Read(File(Item(1, "Ka\0za\u0001kh", "a\u000Bb")));
        WxrItem item = Assert.Single(parts.OfType<WxrItem>());
        Assert.Equal(("Kazakh", "ab"), (item.Title, item.Content));
        Assert.Equal("control characters removed", Assert.Single(parts.OfType<WxrProblem>()).Reason);
    }

    [Fact]
    public void Bare_ampersands_entities_and_undeclared_prefixes_are_mended()
    {
        string item = Item(1, extra: "<atom:link href=\"x\"/><foo:bar a:b='c'>y</foo:bar><wp:attachment_url>https://x.example/a?b=1&c=2&nbsp;&#0;</wp:attachment_url>");
        List<WxrPart> parts = Read(File(item));
        Assert.Equal("https://x.example/a?b=1&c=2", Assert.Single(parts.OfType<WxrItem>()).AttachmentUrl);
        Assert.Contains(parts.OfType<WxrProblem>(), p => p.Reason == "bare ampersands escaped");
    }

    [Theory]
    [InlineData("a]]]]><![CDATA[>b", "a]]>b")]
    [InlineData("if (a[b[0]]>c) { }", "if (a[b[0]]>c) { }")]
    [InlineData("Nested <![CDATA[ tags ]]> :)", "Nested <![CDATA[ tags ]]> :)")]
    [InlineData("ends with ]] >", "ends with ]] >")]
    [InlineData("an </item> and an <item> in the text", "an </item> and an <item> in the text")]
    [InlineData("one]]><![CDATA[two]]> <![CDATA[three", "onetwo three")]
    public void Cdata_is_read_however_it_was_written(string written, string read) =>
        Assert.Equal(read, Assert.Single(Items(File(Item(1, body: written)))).Content);

    [Fact]
    public void A_section_without_end_loses_only_its_own_item()
    {
        string broken = Item(1).Replace("]]></wp:post_password>", "</wp:post_password>", StringComparison.Ordinal);
        List<WxrPart> parts = Read(File(broken, Item(2), Item(3)));
        Assert.Equal([2, 3], parts.OfType<WxrItem>().Select(item => item.Id));
        Assert.Contains(parts.OfType<WxrProblem>(), p => p is { SourceId: "item 1", IsLoss: true });
    }

    [Fact]
    public void Padded_values_are_trimmed()
    {
        string padded = Item(1, status: "\n publish \n").Replace("<wp:post_password><![CDATA[]]>", "<wp:post_password>\n  <![CDATA[ ]]>\n", StringComparison.Ordinal);
        WxrItem item = Assert.Single(Items(File(padded)));
        Assert.Equal(("publish", false), (item.Status, item.HasPassword));
    }

    [Fact]
    public void A_document_type_is_refused()
    {
        string xml = File(Item(1)).Replace("<rss", "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<rss", StringComparison.Ordinal);
        Assert.Equal(2, Assert.Throws<WxrException>(() => Read(xml)).Line);
    }

    [Fact]
    public void What_is_no_export_is_said_to_be_none()
    {
        Assert.Contains("not a WordPress export", Assert.Throws<WxrException>(() => Read("hello, world")).Message, StringComparison.Ordinal);
        Assert.Throws<WxrException>(() => Read(""));
    }

    [Fact]
    public void A_file_in_an_older_encoding_is_read()
    {
        string xml = File(Item(1, "Новости дня")).Replace("UTF-8", "windows-1251", StringComparison.Ordinal);
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(xml);
        Assert.Equal("Новости дня", Assert.Single(Read(bytes).OfType<WxrItem>()).Title);
    }

    [Fact]
    public void Random_damage_never_throws_anything_but_a_message_with_a_line()
    {
        byte[] whole = Encoding.UTF8.GetBytes(File(Author(1, "ann", "Ann"), Item(1, body: "a]]]]><![CDATA[>b <b>&amp;"), Item(2), Item(3)));
        Random random = new(20261124);
        byte[] signs = "<>&]![\0\"'/-?\n"u8.ToArray();
        for (int run = 0; run < 3000; run++)
        {
            byte[] bytes = [.. whole];
            for (int i = random.Next(1, 12); i > 0; i--)
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : signs[random.Next(signs.Length)];
            if (random.Next(4) == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            try
            {
                Read(bytes);
            }
            catch (WxrException fault)
            {
                Assert.InRange(fault.Line, 1, 100);
            }
        }
    }

    [Fact]
    public void Memory_does_not_grow_with_the_file()
    {
        byte[] item = Encoding.UTF8.GetBytes(Item(5, body: string.Concat(Enumerable.Repeat("<p>Words &amp; words.</p>\n", 1500))));
        using RepeatingStream stream = new(Encoding.UTF8.GetBytes(Start), item, 1500, Encoding.UTF8.GetBytes(End));
        long before = GC.GetTotalMemory(forceFullCollection: true), most = 0;
        int items = 0;
        foreach (WxrPart part in WxrReader.Read(stream))
            if (part is WxrItem && ++items % 500 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        Assert.Equal(1500, items);
        Assert.InRange(most, 0, 20 << 20);
    }

    [Theory]
    [InlineData("theme-unit-test.xml", 180, 2)]
    [InlineData("blocks-64.xml", 72, 2)]
    [InlineData("cc-labs.xml", 224, 30)]
    [InlineData("wordpress-org-news/posts.xml", 97, 21)]
    [InlineData("wordpress-org-news/media.xml", 227, 0)]
    [InlineData("wordpress-org-news/podcasts.xml", 14, 3)]
    [InlineData("pelican-wordpressexport.xml", 20, 2)]
    [InlineData("nikola-german.xml", 8, 1)]
    [InlineData("nikola-unicode-undeclared-atom.xml", 2, 1)]
    [InlineData("wordpress-com-2025.xml", 16, 1)]
    [InlineData("wordpress-com-2022-blocks.xml", 4, 1)]
    [InlineData("wordpress-com-polish.xml", 7, 2)]
    [InlineData("wordpress-com-empty-dates.xml", 2, 2)]
    [InlineData("wxr-1.0-2008-a.wxr", 5, 0)]
    [InlineData("wxr-1.0-2008-undeclared-namespace.wxr", 11, 0)]
    [InlineData("edge-cases/small-export.xml", 11, 3)]
    [InlineData("edge-cases/authors-multiline.xml", 1, 3)]
    [InlineData("edge-cases/crazy-cdata-escaped.xml", 1, 0)]
    [InlineData("edge-cases/multiple-cdata.xml", 1, 0)]
    [InlineData("ghost-migrate-fixtures/sample.xml", 6, 2)]
    [InlineData("ghost-migrate-fixtures/sample-no-slug.xml", 6, 2)]
    [InlineData("ghost-migrate-fixtures/multiple-attachments-only.xml", 1, 0)]
    [InlineData("ghost-migrate-fixtures/co-authors-plus.xml", 4, 3)]
    public void A_real_export_gives_all_its_items_and_authors(string file, int items, int authors)
    {
        List<WxrPart> parts = [.. WxrReader.Read(WordPressFiles.Path(file))];
        Assert.Equal((items, authors), (parts.OfType<WxrItem>().Count(), parts.OfType<WxrAuthor>().Count()));
        Assert.DoesNotContain(parts.OfType<WxrProblem>(), p => p.IsLoss);
        Assert.DoesNotContain(parts.OfType<WxrItem>(), item => item.Type.Length == 0);
    }

    [Theory]
    [InlineData("edge-cases/malformed.xml", 90)]
    [InlineData("edge-cases/malformed-simple.xml", 14)]
    public void A_real_file_broken_as_a_whole_is_refused_with_its_line(string file, int line)
    {
        string path = WordPressFiles.Path(file);
        WxrException fault = Assert.Throws<WxrException>(() => WxrReader.Read(path).Count());
        Assert.Equal(line, fault.Line);
    }

    /// <summary>Start, many times the same item, end: a large file without a large array.</summary>
    sealed class RepeatingStream(byte[] start, byte[] item, int times, byte[] end) : Stream
    {
        int part = -1, at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new UnreachableException();
        public override long Position { get => throw new UnreachableException(); set => throw new UnreachableException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            byte[] source = part < 0 ? start : part < times ? item : end;
            if (at == source.Length)
            {
                if (part == times)
                    return 0;
                (part, at) = (part + 1, 0);
                return Read(buffer, offset, count);
            }
            int length = Math.Min(count, source.Length - at);
            source.AsSpan(at, length).CopyTo(buffer.AsSpan(offset));
            at += length;
            return length;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new UnreachableException();
        public override void SetLength(long value) => throw new UnreachableException();
        public override void Write(byte[] buffer, int offset, int count) => throw new UnreachableException();
    }
}
