using System.Text;
using Chapar.Media;

namespace Chapar.Tests.Media;

/// <summary>What a file says of itself is proposed to the editor.</summary>
public sealed class FileNotesTests
{
    [Fact]
    public void Maker_and_agency_are_joined_to_a_credit()
    {
        Assert.Equal("Aigul Sadyk / Steppe Agency", FileNotes.JoinCredit("Aigul Sadyk", "Steppe Agency"));
        Assert.Equal("Steppe Agency", FileNotes.JoinCredit("", "Steppe Agency"));
        Assert.Equal("Aigul Sadyk", FileNotes.JoinCredit("Aigul Sadyk", ""));
        Assert.Equal("Photo: Aigul Sadyk, Steppe Agency", FileNotes.JoinCredit("Aigul Sadyk", "Photo: Aigul Sadyk, Steppe Agency"));
    }

    [Fact]
    public void An_XMP_packet_is_read()
    {
        var notes = Xmp.Read(Encoding.UTF8.GetBytes("""
            <?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" photoshop:Credit="Steppe Agency">
            <dc:creator><rdf:Seq><rdf:li>Айгуль Садык</rdf:li></rdf:Seq></dc:creator>
            <dc:rights><rdf:Alt><rdf:li xml:lang="ru">Все права</rdf:li><rdf:li xml:lang="x-default">All rights</rdf:li></rdf:Alt></dc:rights>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The river at dawn</rdf:li></rdf:Alt></dc:description>
            </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>
            """));
        Assert.Equal(new FileNotes("Айгуль Садык / Steppe Agency", "All rights", "The river at dawn"), notes);
    }

    [Theory]
    [InlineData("not XML")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")]
    public void A_packet_that_cannot_be_read_says_nothing(string packet) => Assert.Equal(FileNotes.None, Xmp.Read(Encoding.UTF8.GetBytes(packet)));

    [Fact]
    public void An_IPTC_record_is_read_in_the_encoding_it_declares_or_seems_to_have()
    {
        byte[] declared = [.. "Photoshop 3.0\0"u8, .. Set(1, 90, [0x1B, 0x25, 0x47]), .. Set(2, 80, "Айгуль"u8), .. Set(2, 110, "Agency"u8), .. Set(2, 116, "© Agency"u8), .. Set(2, 120, "Dawn"u8)];
        Assert.Equal(new FileNotes("Айгуль / Agency", "© Agency", "Dawn"), Iptc.Read(declared));
        Assert.Equal("Zoë", Iptc.Read(Set(2, 80, [(byte)'Z', (byte)'o', 0xEB])).Credit);
        Assert.Equal(FileNotes.None, Iptc.Read([0x1C, 2, 80, 0x7F, 0xFF, 1]));
    }

    [Theory]
    [InlineData("IPTC.jpg")]
    [InlineData("XMP.jpg")]
    public async Task A_real_agency_file_gives_its_credit(string name)
    {
        var file = Path.Combine(House.Sources.Root, "..", "shared", "imports", "photos", name);
        if (!File.Exists(file)) Assert.Skip($"{name} is not here: it lies outside the repository");
        var folder = Directory.CreateTempSubdirectory("chapar-media-").FullName;
        try
        {
            var intake = await new PictureStore(folder).TakeInAsync(file, new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc), TestContext.Current.CancellationToken);
            Assert.True(intake.IsTaken, intake.Refusal?.ToString());
            Assert.NotEqual(FileNotes.None, intake.Notes);
            TestContext.Current.SendDiagnosticMessage(intake.Notes.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static byte[] Set(byte record, byte set, ReadOnlySpan<byte> value) => [0x1C, record, set, 0, (byte)value.Length, .. value];
}
