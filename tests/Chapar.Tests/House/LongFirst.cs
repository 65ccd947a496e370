using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Chapar.Tests.House.LongFirst))]

namespace Chapar.Tests.House;

/// <summary>The classes that take longest begin first: one that began last would have the machine for itself while everything else is done.</summary>
public sealed class LongFirst : ITestCollectionOrderer
{
    // Of both suites, more than ten seconds each; a class that is not here only begins later.
    static readonly string[] Classes =
    [
        "StaleTests", "RenditionTests", "ReplayTests", "KilledImportTests", "RightsTests", "KillTests", "TimedTests", "SuggestScoreTests",
        "TogetherTests", "NewsroomTests", "RoomTests", "AccessibilityTests", "TranslatingTests", "LayoutTests", "SuggestionTests", "BudgetTests", "CommentTests",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(tests => Array.FindIndex(Classes, name => tests.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal)) is >= 0 and var at ? at : Classes.Length)];
}
