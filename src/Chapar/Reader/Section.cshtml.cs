namespace Chapar.Reader;

/// <summary>A section's list: a page of its own, since its address is found in the database and not by a route.</summary>
public sealed class SectionModel(ReaderDesk desk) : ListModel(desk);
