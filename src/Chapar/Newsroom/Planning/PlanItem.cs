using Chapar.Articles;

namespace Chapar.Newsroom.Planning;

/// <summary>Why something stands on a day of the plan.</summary>
public enum PlanKind { Due, GoesOut, Embargo }

/// <summary>One line of the plan.</summary>
/// <param name="At">When, UTC; null without a day.</param>
/// <param name="Desk">Name of the section; null when it has none yet.</param>
/// <param name="IsLate">Due before now, and not yet with the editors.</param>
public sealed record PlanItem(PlanKind Kind, DateTime? At, string Title, string? Language, Guid? SectionId, string? Desk, string? Who, AssignmentState State, string Path, bool IsLate);

/// <summary>A day of the plan, its lines by desk in the order of the sections.</summary>
public sealed record PlanDay(DateOnly Day, IReadOnlyList<(string? Desk, IReadOnlyList<PlanItem> Items)> Desks);
