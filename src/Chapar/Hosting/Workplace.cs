using System.CommandLine;

namespace Chapar.Hosting;

/// <summary>Where a command works: what it writes to, and whose clock it looks at.</summary>
public sealed class Workplace : InvocationConfiguration
{
    public Workplace() => EnableDefaultExceptionHandler = false;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Ends the command, beside Ctrl-C.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>The place of a command that runs.</summary>
    public static Workplace Of(ParseResult parsed) => (Workplace)parsed.InvocationConfiguration;
}
