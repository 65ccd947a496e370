using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Chapar.Database;

/// <summary>Makes pieces ready on another core while those before them are worked on.</summary>
static class Ahead
{
    /// <param name="pieces">Asked on a thread of their own: a context that they read from is theirs meanwhile.</param>
    /// <param name="waiting">Pieces that wait at once.</param>
    /// <param name="stop">Ends it. What goes wrong with a piece is told to who reads it.</param>
    public static async IAsyncEnumerable<T> ReadAsync<T>(IAsyncEnumerable<T> pieces, int waiting, [EnumeratorCancellation] CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var ready = Channel.CreateBounded<T>(waiting);
        var making = Task.Run(MakeAsync, CancellationToken.None);
        try
        {
            await foreach (var piece in ready.Reader.ReadAllAsync(stop)) yield return piece;
        }
        finally
        {
            await ending.CancelAsync();
            await making;
        }

        async Task MakeAsync()
        {
            Exception? wrong = null;
            try
            {
                await foreach (var piece in pieces.WithCancellation(ending.Token)) await ready.Writer.WriteAsync(piece, ending.Token);
            }
            catch (Exception e)
            {
                wrong = e;
            }
            ready.Writer.Complete(wrong);
        }
    }
}
