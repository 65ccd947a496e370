using Chapar.Media;

namespace Chapar.Import.WordPress;

/// <summary>Where the files of the old site stood, and where those addresses lead now.</summary>
sealed partial class AttachmentPictures
{
    readonly HashSet<string> files = new(StringComparer.OrdinalIgnoreCase);
    /// <summary>What belongs to drafts and the like: its old address leads here only once something public shows it.</summary>
    readonly Dictionary<string, List<(string From, string To)>> hidden = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Documents, sounds and videos that this run has taken over or found taken over.</summary>
    public int Files { get; private set; }

    /// <summary>Where the file of a picture stood leads to its largest rendition; so do its copies, by the name of the original.</summary>
    void Redirect(string address, Picture picture, long attachment)
    {
        PictureFace face = picture.Face();
        string to = Renditions.Address(face, Shape.Whole, Renditions.WidthsOf(face)[^1], "jpg");
        LeadHere(address, to, attachment);
        LeadHere(Plain(address), to, 0);
    }

    /// <summary>Leads an old address to a file, unless readers could not see what it belongs to.</summary>
    void LeadHere(string address, string to, long attachment)
    {
        string plain = Plain(address);
        if (attachment > 0 && survey.IsOfHidden(attachment))
            hidden.TryAdd(plain, []);
        redirects.Know(address, to);
        if (hidden.TryGetValue(plain, out List<(string From, string To)>? kept))
            kept.Add((address, to));
        else
            redirects.AddFile(address, to, attachment);
    }

    /// <summary>Something public shows it.</summary>
    void Open(string plain)
    {
        if (hidden.Remove(plain, out List<(string From, string To)>? kept))
            kept.ForEach(each => redirects.AddFile(each.From, each.To));
    }

    /// <summary>Takes in a document, a sound or a video.</summary>
    async Task TakeFileAsync(string address, long attachment, CancellationToken stop)
    {
        if (BodyElements.IsImage(address) || !files.Add(Plain(address)) || folder.Find(address) is not { } file || options.DryRun || options.AddFile is null)
            return;
        try
        {
            LeadHere(address.Split('?', '#')[0], await options.AddFile(file, stop), attachment);
            Files++;
            Learned++;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            report.Add(new ReportLine(ReportKind.Note, "file not taken over", attachment > 0 ? $"attachment {attachment}" : address, Path.GetFileName(file), 0, fault.Message));
        }
    }
}
