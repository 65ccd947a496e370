using Chapar.Settings;

namespace Chapar.Tests.Settings;

/// <summary>Alone while it runs: the environment belongs to the whole process.</summary>
[CollectionDefinition(nameof(SettingsTests), DisableParallelization = true)]
public sealed class SettingsAlone;

[Collection(nameof(SettingsTests))]
public sealed class SettingsTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("chapar-settings-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    void Write(string json) => File.WriteAllText(Path.Combine(folder, "chapar.json"), json);

    ChaparSettings Read(params (string Key, string? Value)[] given) => ChaparSettings.Read(folder, given.Select(g => KeyValuePair.Create(g.Key, g.Value)));

    string Wrong(params (string Key, string? Value)[] given) => Assert.Throws<SettingsException>(() => Read(given)).Message;

    [Fact]
    public void Without_any_setting_there_is_a_newspaper_in_English()
    {
        var settings = Read();
        Assert.Equal(["en"], settings.Publication.Languages);
        Assert.Equal(("", true, 128), (settings.Database.Postgres, settings.Pages.Keep, settings.Pages.MemoryMegabytes));
        Assert.Equal(Path.Combine(folder, "chapar.db"), settings.SqliteFile);
    }

    [Theory]
    [InlineData("publication:name", " ", "give the newspaper's name")]
    [InlineData("publication:languages:0", "xx", "allowed are en, ")]
    [InlineData("publication:languages:1", "en", "twice")]
    [InlineData("publication:timeZone", "Bishkek", "IANA name such as Asia/Bishkek")]
    [InlineData("publication:baseUrl", "https://example.org/", "without a slash at the end")]
    [InlineData("publication:baseUrl", "https://example.org/news", "without a slash at the end")]
    [InlineData("publication:baseUrl", "example.org", "give scheme and host")]
    [InlineData("publication:baseUrl", "ftp://example.org", "give scheme and host")]
    [InlineData("publication:accent", "red", "#rrggbb")]
    [InlineData("publication:accentDark", "#12345g", "#rrggbb")]
    [InlineData("publication:securityContact", "security@example.org", "mailto: or https://")]
    [InlineData("pages:memoryMegabytes", "0", "1 to 16384")]
    [InlineData("pages:memoryMegabytes", "16385", "1 to 16384")]
    [InlineData("pages:sharedCacheSeconds", "-1", "0 to 3600")]
    [InlineData("pages:sharedCacheSeconds", "3601", "0 to 3600")]
    [InlineData("pages:keep", "perhaps", "perhaps")]
    [InlineData("pages:memoryMegabytes", "many", "many")]
    public void A_wrong_setting_is_named_with_what_is_allowed(string key, string value, string allowed)
    {
        var message = Wrong((key, value));
        Assert.Contains(key.EndsWith(":0", StringComparison.Ordinal) || key.EndsWith(":1", StringComparison.Ordinal) ? key[..^2] : key, message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(allowed, message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var message = Wrong(("publication:accent", "red"), ("publication:timeZone", "Mars"), ("pages:memoryMegabytes", "0"));
        Assert.Equal(3, message.Split(Environment.NewLine).Length);
    }

    [Theory]
    [InlineData("publication:nmae", "publication:name")]
    [InlineData("pages:memory", "pages:memoryMegabytes")]
    [InlineData("database:sqlite", "database:postgres")]
    public void An_unknown_setting_is_named_with_those_that_are_known(string key, string known)
    {
        var message = Wrong((key, "x"));
        Assert.Contains($"{key} is not a setting", message, StringComparison.Ordinal);
        Assert.Contains(known, message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_part_of_the_file_is_named_with_those_that_are_known()
    {
        Write("""{ "publicaton": { "name": "The Test Courier" } }""");
        Assert.Contains("publicaton is not a part of the settings: known are publication, database, pages", Wrong(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"publication\": { \"name\": \"x\" ")]
    [InlineData("name = x")]
    [InlineData("[1]")]
    public void A_file_that_is_not_JSON_is_named(string text)
    {
        Write(text);
        Assert.Contains("chapar.json is not valid JSON", Wrong(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "publication:name")]
    [InlineData("timeZone", "publication:timeZone")]
    [InlineData("accent", "publication:accent")]
    [InlineData("baseUrl", "publication:baseUrl")]
    public void A_setting_that_is_null_is_wrong_and_no_accident(string key, string named)
    {
        Write($$"""{ "publication": { "{{key}}": null } }""");
        Assert.Contains(named, Wrong(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_stands_above_the_file_and_a_flag_above_both()
    {
        Write("""{ "publication": { "name": "File", "tagline": "File", "email": "file@example.org", "languages": ["ru", "en"] }, "pages": { "memoryMegabytes": 64 } }""");
        Environment.SetEnvironmentVariable("CHAPAR_publication__tagline", "Environment");
        Environment.SetEnvironmentVariable("CHAPAR_publication__email", "environment@example.org");
        try
        {
            var settings = Read(("publication:email", "flag@example.org"));
            Assert.Equal(("File", "Environment", "flag@example.org"), (settings.Publication.Name, settings.Publication.Tagline, settings.Publication.Email));
            Assert.Equal(["ru", "en"], settings.Publication.Languages);
            Assert.Equal(64, settings.Pages.MemoryMegabytes);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CHAPAR_publication__tagline", null);
            Environment.SetEnvironmentVariable("CHAPAR_publication__email", null);
        }
    }
}
