using System.Threading.Channels;

namespace Aurum.Samples.Worker;

/// <summary>Where jobs say that they are done, and what they did.</summary>
internal sealed class RoundReport
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public void Add(string line) => _lines.Writer.TryWrite(line);

    public ValueTask<string> NextAsync(CancellationToken cancellationToken) => _lines.Reader.ReadAsync(cancellationToken);
}
