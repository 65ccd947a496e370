using System.Text.RegularExpressions;
using Chapar.Tests.House;

namespace Chapar.Tests.Newsroom.House;

/// <summary>What the tests over HTTP cannot see, since they bring the proof themselves.</summary>
public partial class FormsTests
{
    /// <summary>The framework writes the proof that a form is ours by itself, unless the form says where it goes.</summary>
    [Fact]
    public void Every_form_that_says_where_it_goes_asks_for_the_proof_that_it_is_ours() =>
        Findings.None(from file in Sources.Under("src/Chapar/Newsroom", ".cshtml")
                      from Match form in Form().Matches(file.Text)
                      where form.Value.Contains("method=\"post\"", StringComparison.Ordinal) && form.Value.Contains(" action=", StringComparison.Ordinal)
                      where !form.Value.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)
                      select $"{file.Path}: {form.Value}");

    [GeneratedRegex("<form [^>]*>")]
    private static partial Regex Form();
}
