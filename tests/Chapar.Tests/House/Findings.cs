namespace Chapar.Tests.House;

/// <summary>What a test of the house has found.</summary>
internal static class Findings
{
    /// <summary>Fails with every finding on a line of its own (Assert.Empty shows five and cuts them short).</summary>
    public static void None(IEnumerable<string?> findings)
    {
        var all = findings.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all));
    }
}
