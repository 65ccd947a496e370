using System.Runtime.CompilerServices;

namespace Chapar.Tests.Articles.Body;

/// <summary>
/// Pairs of input and output in a Markdown file: a second-level heading names the pair, the first fenced block is the input,
/// the second the output, a third (if any) the notes, one a line.
/// </summary>
static class Pairs
{
    public static string Read(string file, string name, out string output, out string notes)
    {
        var blocks = Sections(file).First(section => section.Name == name).Blocks;
        output = blocks[1];
        notes = blocks.Count > 2 ? blocks[2] : "";
        return blocks[0];
    }

    public static IEnumerable<string> Names(string file) => Sections(file).Select(section => section.Name);

    static string Here([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;

    static IEnumerable<(string Name, List<string> Blocks)> Sections(string file)
    {
        foreach (var section in File.ReadAllText(Path.Combine(Here(), file)).Split("\n## ").Skip(1))
        {
            var fences = section.Split("\n```");
            var blocks = fences.Where((_, i) => i % 2 == 1).Select(block => block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..]).ToList();
            yield return (section[..section.IndexOf('\n', StringComparison.Ordinal)].Trim(), blocks);
        }
    }
}
