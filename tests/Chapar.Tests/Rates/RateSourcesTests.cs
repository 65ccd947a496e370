using System.Text.RegularExpressions;
using Chapar.Rates;
using Chapar.Tests.House;

namespace Chapar.Tests.Rates;

public class RateSourcesTests
{
    /// <summary>What may know a bank besides its own file and the list: the peg of the manat stands for a document of its bank wherever one is missing, the
    /// history page is part of the Kyrgyz bank's file, and the sample newspaper has samples.</summary>
    static readonly string[] peg = ["CentralBankOfTurkmenistan"], partsAndSamples = ["src/Chapar/Rates/KyrgyzHistoryPage.cs", "src/Chapar/Database/Demo/DemoRates.cs"];

    [Fact]
    public void A_source_is_one_file_and_one_line()
    {
        SourceFile[] files = [.. Sources.Under("src/Chapar", ".cs", ".cshtml").Where(f => !partsAndSamples.Contains(f.Path))];
        foreach (RateSource source in RateSources.All.Concat(RateSources.Indicative))
        {
            SourceFile own = files.Single(f => f.Text.Contains($"RateSource Source = new(\"{source.Key}\"", StringComparison.Ordinal));
            string name = Path.GetFileNameWithoutExtension(own.Path);
            Findings.None(from file in files
                          where file != own && !peg.Contains(name)
                          from line in file.Lines
                          where Regex.IsMatch(line, $@"\b{name}\b|""{source.Key}""") && !line.TrimStart().StartsWith("///", StringComparison.Ordinal)
                          where file.Path != "src/Chapar/Rates/RateSources.cs" || !line.Contains($"{name}.Source", StringComparison.Ordinal)
                          select $"{file.Path} knows {name}: {line.Trim()}");
            Assert.Single(files.Single(f => f.Path == "src/Chapar/Rates/RateSources.cs").Lines, line => line.Contains($"{name}.Source", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_source_says_what_may_be_done_with_its_figures() =>
        Assert.All(RateSources.All.Concat(RateSources.Indicative), s => Assert.NotEmpty(s.Terms));
}
