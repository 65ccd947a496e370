using System.Text.Json;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Articles.Translations;
using Chapar.Authors;
using Chapar.Fronts;
using Chapar.Names;
using Chapar.Rates;
using Chapar.Spellings;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Chapar.Database.Mappings;

/// <summary>How types of ours are stored. See docs/decisions/002.</summary>
static class Conventions
{
    public static void Apply(ModelConfigurationBuilder configuration, bool sqlite)
    {
        configuration.Properties<LocalText>().HaveConversion<LocalTextConverter>();
        configuration.Properties<BodyTree>().HaveConversion<BodyConverter, BodyComparer>();
        configuration.Properties<Particulars>().HaveConversion<ParticularsConverter>();
        configuration.Properties<Handover>().HaveConversion<HandoverConverter>();
        configuration.Properties<IReadOnlyList<Sentence>>().HaveConversion<SentencesConverter, SameListComparer<Sentence>>();
        configuration.Properties<IReadOnlyList<Spelling>>().HaveConversion<SpellingsConverter, SameListComparer<Spelling>>();
        configuration.Properties<IReadOnlyList<SourceUnit>>().HaveConversion<UnitsConverter, SameListComparer<SourceUnit>>();
        configuration.Properties<IReadOnlyList<NameSpelling>>().HaveConversion<NamesConverter, SameListComparer<NameSpelling>>();
        configuration.Properties<FrontLayout>().HaveConversion<LayoutConverter>();
        configuration.Properties<IReadOnlyList<FrontLayout>>().HaveConversion<LayoutsConverter, LayoutsComparer>();
        configuration.Properties<IReadOnlyList<AuthorLink>>().HaveConversion<LinksConverter, LinksComparer>();
        configuration.Properties<IReadOnlyList<Rate>>().HaveConversion<RowsConverter, SameListComparer<Rate>>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
        if (sqlite)
        {
            configuration.Properties<Guid>().HaveConversion<SqliteGuidConverter>();
            configuration.Properties<DateTime>().HaveConversion<SqliteInstantConverter>();
        }
        else
        {
            configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
        }
    }

    internal sealed class LocalTextConverter() : ValueConverter<LocalText, string>(t => t.ToJson(), s => LocalText.FromJson(s));

    internal sealed class BodyConverter() : ValueConverter<BodyTree, string>(b => b.ToJson(), s => BodyTree.Parse(s));

    /// <summary>Trees are never changed in place: the same object is the same text.</summary>
    internal sealed class BodyComparer() : ValueComparer<BodyTree>((a, b) => ReferenceEquals(a, b), b => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(b), b => b);

    internal sealed class ParticularsConverter() : ValueConverter<Particulars, string>(p => p.ToJson(), s => Particulars.FromJson(s));

    internal sealed class HandoverConverter() : ValueConverter<Handover, string>(h => h.ToJson(), s => Handover.FromJson(s));

    internal sealed class SentencesConverter() : ValueConverter<IReadOnlyList<Sentence>, string>(s => Sentence.Write(s), s => Sentence.Read(s));

    internal sealed class SpellingsConverter() : ValueConverter<IReadOnlyList<Spelling>, string>(
        s => JsonSerializer.Serialize(s, PlainJson.Options), s => JsonSerializer.Deserialize<List<Spelling>>(s, PlainJson.Options)!);

    internal sealed class UnitsConverter() : ValueConverter<IReadOnlyList<SourceUnit>, string>(
        u => JsonSerializer.Serialize(u, SourceUnit.Json), s => JsonSerializer.Deserialize<List<SourceUnit>>(s, SourceUnit.Json)!);

    internal sealed class NamesConverter() : ValueConverter<IReadOnlyList<NameSpelling>, string>(
        s => NameSpelling.Write(s), s => NameSpelling.Read(s));

    internal sealed class LayoutConverter() : ValueConverter<FrontLayout, string>(l => l.ToJson(), s => FrontLayout.FromJson(s));

    internal sealed class LayoutsConverter() : ValueConverter<IReadOnlyList<FrontLayout>, string>(l => Written(l), s => Layouts(s))
    {
        internal static string Written(IReadOnlyList<FrontLayout> layouts) => JsonSerializer.Serialize(layouts.Select(layout => layout.ToJson()), JsonSerializerOptions.Default);

        internal static IReadOnlyList<FrontLayout> Layouts(string text) => [.. JsonSerializer.Deserialize<List<string>>(text, JsonSerializerOptions.Default)!.Select(FrontLayout.FromJson)];
    }

    internal sealed class LayoutsComparer() : ValueComparer<IReadOnlyList<FrontLayout>>((a, b) => a!.SequenceEqual(b!), l => l.Count, l => l);

    internal sealed class LinksConverter() : ValueConverter<IReadOnlyList<AuthorLink>, string>(
        l => AuthorLink.Write(l), s => AuthorLink.Read(s));

    internal sealed class LinksComparer() : ValueComparer<IReadOnlyList<AuthorLink>>((a, b) => a!.SequenceEqual(b!), l => l.Count, l => l);

    internal sealed class RowsConverter() : ValueConverter<IReadOnlyList<Rate>, string>(r => RateRows.Write(r), s => RateRows.Read(s));

    /// <summary>Of lists that are never changed in place: the same list says the same.</summary>
    internal sealed class SameListComparer<T>() : ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b), l => l.Count, l => l);

    /// <summary>16 bytes, most significant first, so that UUIDv7 keys stand in the order in which they were made.</summary>
    internal sealed class SqliteGuidConverter() : ValueConverter<Guid, byte[]>(g => g.ToByteArray(true), b => new Guid(b, true));

    /// <summary>Unix time in milliseconds: can be ordered, compared, and read by <c>datetime(x / 1000, 'unixepoch')</c>.</summary>
    internal sealed class SqliteInstantConverter() : ValueConverter<DateTime, long>(
        d => new DateTimeOffset(d, TimeSpan.Zero).ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms).UtcDateTime);

    /// <summary>To the millisecond as on SQLite, so that both databases give back the same instant.</summary>
    internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        d => new DateTime(d.Ticks - (d.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc), d => DateTime.SpecifyKind(d, DateTimeKind.Utc));
}
