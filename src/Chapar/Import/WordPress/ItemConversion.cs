using System.Globalization;
using Chapar.Articles.Body;

namespace Chapar.Import.WordPress;

/// <summary>Makes headline, deck and body of an item. Touches no database, so many items are converted at once.</summary>
sealed class ItemConversion(Survey survey, AttachmentPictures pictures, SiteAddresses addresses, string language)
{
    /// <summary>A picture this far down is no repetition of the one above the article.</summary>
    const int NearTop = 3;

    public void Convert(PreparedItem prepared)
    {
        WxrItem item = prepared.Item;
        HashSet<string> missing = new(StringComparer.OrdinalIgnoreCase);
        List<string> leading = [];
        WordPressHtml html = WordPressBody.Convert(item.Content, new WordPressBodySource
        {
            Attachment = id => survey.Attachments.GetValueOrDefault(id),
            Children = survey.ChildrenOf(item.Id),
            ReusableBlock = id => survey.ReusableBlocks.GetValueOrDefault(id),
            Footnotes = item.MetaValue("footnotes"),
            Link = href => addresses.Rewrite(href, leading.Add, file => missing.Add(file)),
        });
        Converted converted = HtmlToBody.Convert(html.Html, new HtmlOptions { ResolveMedia = key => Resolve(key, missing), Language = language });
        BodyTree body = converted.Body;
        if (LeadOf(item) is { } lead)
        {
            body = WithoutRepeatedLead(body, lead, prepared);
        }
        else if (item.MetaValue("_thumbnail_id") is { Length: > 0 } thumbnail && thumbnail != "0")
        {
            missing.Add(long.TryParse(thumbnail, CultureInfo.InvariantCulture, out long id) && survey.Attachments.TryGetValue(id, out WordPressAttachment? attachment)
                ? attachment.Url : $"attachment {thumbnail}");
        }
        BodyPictures credited = new(id => pictures.Get(id)?.Credit ?? "", WordPressText.ArchiveOf(survey.Site));
        prepared.Body = credited.Settle(body);
        prepared.Headline = WordPressText.Plain(item.Title) is { Length: > 0 } title ? title
            : WordPressText.FirstWords(BodyText.Of(body), 8) is { Length: > 0 } words ? words : $"Untitled {prepared.SourceId}";
        prepared.Deck = WordPressText.Plain(item.Excerpt);
        Dictionary<string, int> notes = new(html.Notes, StringComparer.Ordinal);
        foreach (string link in leading)
            notes["link to an address of the old site that is not in the export: " + link] = 1;
        if (credited.WithoutCredit > 0)
            notes["picture in the text without a credit: the archive is named"] = credited.WithoutCredit;
        if (credited.WithoutAlternativeText > 0)
            notes["picture in the text needs an alternative text: marked as decorative until somebody writes one"] = credited.WithoutAlternativeText;
        prepared.Notes = notes;
        prepared.ConverterNotes = [.. converted.Notes.Select(note => note.ToString())];
        prepared.MissingPictures = [.. missing];
    }

    /// <summary>The picture that stands above an article.</summary>
    public Guid? LeadOf(WxrItem item) => item.MetaValue("_thumbnail_id") is { } id ? pictures.Find("wp:" + id.Trim()) : null;

    Guid? Resolve(string key, HashSet<string> missing)
    {
        if (pictures.Find(key) is { } found)
            return found;
        string address = key.StartsWith("wp:", StringComparison.Ordinal) && long.TryParse(key.AsSpan(3), CultureInfo.InvariantCulture, out long id)
            && survey.Attachments.TryGetValue(id, out WordPressAttachment? attachment) ? attachment.Url : key;
        if (pictures.Find(address) is { } byAddress)
            return byAddress;
        if (!pictures.HasFile(address))
            missing.Add(address);
        return null;
    }

    /// <summary>Themes showed the lead above the text, and many writers set it into the text as well.</summary>
    static BodyTree WithoutRepeatedLead(BodyTree body, Guid lead, PreparedItem prepared)
    {
        int at = 0;
        while (at < Math.Min(NearTop, body.Nodes.Count) && body.Nodes[at] is not ImageBlock)
            at++;
        if (at >= body.Nodes.Count || body.Nodes[at] is not ImageBlock image || image.Media != lead)
            return body;
        (prepared.LeadCaption, prepared.LeadCredit, prepared.LeadAlternativeText) = (image.Caption, image.Credit, image.Alt);
        return new BodyTree([.. body.Nodes.Where((_, i) => i != at)]);
    }
}
