using System.Collections.Concurrent;
using System.Globalization;
using Chapar.Events;
using Chapar.Import.WordPress;
using Spectre.Console;

namespace Chapar.Hosting;

/// <summary>How far an import is: a bar for the file, then one for each thing that is done with what came of it.</summary>
sealed class ImportBars(ProgressContext context) : IProgress<ImportProgress>, IProgress<DeliveriesDone>
{
    readonly ConcurrentDictionary<string, ProgressTask> bars = new(StringComparer.Ordinal);

    public void Report(ImportProgress value) =>
        Show("file", value.Items > 0 ? string.Create(CultureInfo.InvariantCulture, $"{value.Stage} ({value.Items:N0} items)") : value.Stage, value.Done, value.Total);

    public void Report(DeliveriesDone value)
    {
        if (value.Of > 0) Show(value.Reaction, Words(value), value.Done, value.Of);
    }

    /// <summary>"Indexing 1,200 of 2,000".</summary>
    public static string Words(DeliveriesDone value) => string.Create(CultureInfo.InvariantCulture, $"{value.Reaction switch
    {
        "search" => "Indexing",
        "suggestions" => "Suggesting",
        var other => other,
    }} {value.Done:N0} of {value.Of:N0}");

    void Show(string name, string words, long done, long total)
    {
        ProgressTask bar = bars.GetOrAdd(name, _ => context.AddTask(words));
        (bar.MaxValue, bar.Value, bar.Description) = (Math.Max(1, total), done, words);
    }
}
