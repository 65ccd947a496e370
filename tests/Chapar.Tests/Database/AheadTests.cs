using System.Runtime.CompilerServices;
using Chapar.Database;

namespace Chapar.Tests.Database;

public sealed class AheadTests
{
    [Fact]
    public async Task What_goes_wrong_with_a_piece_is_told_after_those_before_it()
    {
        List<int> read = [];
        var wrong = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var piece in Ahead.ReadAsync(PiecesAsync(5, new TaskCompletionSource(), TestContext.Current.CancellationToken), 2, TestContext.Current.CancellationToken)) read.Add(piece);
        });
        Assert.Equal("piece 5", wrong.Message);
        Assert.Equal([0, 1, 2, 3, 4], read);
    }

    [Fact]
    public async Task Who_reads_no_further_ends_the_making()
    {
        TaskCompletionSource ended = new();
        await foreach (var piece in Ahead.ReadAsync(PiecesAsync(int.MaxValue, ended, TestContext.Current.CancellationToken), 2, TestContext.Current.CancellationToken))
            if (piece == 3) break;
        Assert.True(ended.Task.IsCompleted);
    }

    static async IAsyncEnumerable<int> PiecesAsync(int wrongAt, TaskCompletionSource ended, [EnumeratorCancellation] CancellationToken stop = default)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                stop.ThrowIfCancellationRequested();
                if (i == wrongAt) throw new InvalidDataException($"piece {i}");
                yield return i;
                await Task.Yield();
            }
        }
        finally
        {
            ended.SetResult();
        }
    }
}
