using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Chapar.Tests.House;

/// <summary>Names are the newsroom's, files are short, the program's beginning is one screen.</summary>
public partial class NamingTests
{
    static readonly Assembly Program = Assembly.Load("chapar");

    /// <summary>Files over the limit, each with its reason. A file that has become short again must leave this list.</summary>
    static readonly Dictionary<string, string> LongFiles = new()
    {
    };

    const int MostLines = 250;

    [Fact]
    public void A_type_is_named_for_what_it_is()
    {
        var vague = from type in OwnTypes() where Vague().IsMatch(type.Name) select type.FullName;
        Findings.None(vague);
    }

    [Fact]
    public void An_interface_has_two_implementations()
    {
        var types = OwnTypes().ToArray();
        var lonely = from type in types
                     where type.IsInterface && !Reactions().IsMatch(type.Name)
                     let implementations = types.Count(other => other.IsClass && Implements(other, type))
                     where implementations < 2
                     select $"{type.FullName} has {implementations}";
        Findings.None(lonely);
    }

    [Fact]
    public void A_file_is_short_or_has_a_reason()
    {
        var lengths = Sources.Under("src", ".cs", ".cshtml").Concat(Sources.Under("tests", ".cs"))
            .ToDictionary(file => file.Path, file => file.Lines.Length);
        var tooLong = lengths.Where(file => file.Value > MostLines && !LongFiles.ContainsKey(file.Key));
        Findings.None(tooLong.Select(file => $"{file.Key}: {file.Value} lines"));
        var shortAgain = from path in LongFiles.Keys where lengths.GetValueOrDefault(path) <= MostLines select path;
        Findings.None(shortAgain);
    }

    [Fact]
    public void The_program_begins_on_ten_lines() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(Sources.Root, "src/Chapar/Program.cs")).Length, 1, 10);

    static IEnumerable<Type> OwnTypes() =>
        from type in Program.GetTypes()
        let space = type.Namespace ?? ""
        where space.StartsWith("Chapar", StringComparison.Ordinal) && !space.Contains("Migrations", StringComparison.Ordinal) && !space.Contains("Compiled", StringComparison.Ordinal)
        where !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<', StringComparison.Ordinal)
        select type;

    static bool Implements(Type type, Type contract) =>
        type.GetInterfaces().Any(one => (one.IsGenericType ? one.GetGenericTypeDefinition() : one) == contract);

    [GeneratedRegex("(Manager|Helper|Helpers|Service|Dto|DTO|Base|Impl|Utils|Util)(`|$)")]
    private static partial Regex Vague();

    // The one interface for its own sake: who reacts to an event is found by it (docs/architecture.md).
    [GeneratedRegex("^IReact(`|$)")]
    private static partial Regex Reactions();
}
