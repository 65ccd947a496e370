namespace Chapar.Articles.Body;

/// <summary>
/// Tables whose cells span no more than there is: HTML counts it an error when no cell begins in a column, or when a cell reaches
/// below the last row (https://html.spec.whatwg.org/multipage/tables.html#forming-a-table).
/// </summary>
static class TableGrid
{
    /// <summary>The same rows with spans cut to what shows; the same list if none was too long.</summary>
    public static IReadOnlyList<Node> Tidy(IReadOnlyList<Node> rows)
    {
        if (!rows.SelectMany(TreeWalk.Children).Any(cell => cell is TableCell { Colspan: > 1 } or TableCell { Rowspan: > 1 }))
            return rows;
        var columns = Columns(rows);
        var begun = columns.SelectMany(row => row).ToHashSet();
        var tidy = new List<Node>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = TreeWalk.Children(rows[i]);
            tidy.Add(new TableRow([.. cells.Select((node, j) => node is TableCell cell
                ? cell with
                {
                    Colspan = Enumerable.Range(columns[i][j], cell.Colspan).Count(begun.Contains),
                    Rowspan = Math.Min(cell.Rowspan, rows.Count - i),
                }
                : node)]));
        }
        return tidy;
    }

    /// <summary>For each row the column in which each of its cells begins.</summary>
    static List<List<int>> Columns(IReadOnlyList<Node> rows)
    {
        var columns = new List<List<int>>();
        // For each column, the first row that is not taken by a cell from above.
        var free = new List<int>();
        for (var row = 0; row < rows.Count; row++)
        {
            var starts = new List<int>();
            var column = 0;
            foreach (var node in TreeWalk.Children(rows[row]))
            {
                var cell = node as TableCell;
                while (column < free.Count && free[column] > row)
                    column++;
                starts.Add(column);
                for (var i = 0; i < (cell?.Colspan ?? 1); i++, column++)
                {
                    while (free.Count <= column)
                        free.Add(0);
                    free[column] = row + (cell?.Rowspan ?? 1);
                }
            }
            columns.Add(starts);
        }
        return columns;
    }
}
