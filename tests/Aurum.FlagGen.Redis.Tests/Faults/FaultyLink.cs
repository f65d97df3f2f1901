using System.Net;
using System.Net.Sockets;

namespace Aurum.FlagGen.Redis.Tests.Faults;

/// <summary>The network between a client and a server, which can be cut, slowed down, and made to lose what the server says.</summary>
internal sealed class FaultyLink : IAsyncDisposable
{
    private readonly int _target;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _open = [];
    private readonly Task _accepting;

    private volatile bool _isCut;
    private volatile bool _losesReplies;
    private volatile bool _losesEverySecondMessage;
    private volatile bool _losesEveryMessage;
    private long _delayTicks;

    private FaultyLink(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = Task.Run(AcceptAsync);
    }

    public static FaultyLink To(int port) => new(port);

    /// <summary>RESP2, which has publications on a connection of their own.</summary>
    public string Configuration => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port},protocol=resp2";

    /// <summary>How many publications were lost.</summary>
    public int LostMessages { get; private set; }

    /// <summary>How long everything takes longer, in each direction.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _delayTicks));
        set => Interlocked.Exchange(ref _delayTicks, value.Ticks);
    }

    /// <summary>Breaks every connection, and every new one at once.</summary>
    public void Cut()
    {
        _isCut = true;
        Break();
    }

    public void Mend()
    {
        _isCut = false;
        _losesReplies = false;
        _losesEveryMessage = false;
    }

    /// <summary>From now on commands arrive and answers do not: what was sent is carried out, and nobody is told.</summary>
    public void LoseReplies() => _losesReplies = true;

    public void LoseEverySecondMessage() => _losesEverySecondMessage = true;

    /// <summary>As a proxy that carries commands and no publications, until it is mended.</summary>
    public void LoseEveryMessage() => _losesEveryMessage = true;

    public void Break()
    {
        lock (_gate)
        {
            foreach (TcpClient client in _open)
            {
                client.Dispose();
            }

            _open.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Break();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
            if (_isCut)
            {
                client.Dispose();
                continue;
            }

            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        TcpClient server = new();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target);
            client.NoDelay = true;
            server.NoDelay = true;
            lock (_gate)
            {
                _open.Add(client);
                _open.Add(server);
            }

            await Task.WhenAny(ForwardAsync(client, server, isReply: false), ForwardAsync(server, client, isReply: true));
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException)
        {
            // One of the two has gone; so does the other.
        }
        finally
        {
            client.Dispose();
            server.Dispose();
        }
    }

    private async Task ForwardAsync(TcpClient from, TcpClient to, bool isReply)
    {
        try
        {
            NetworkStream source = from.GetStream();
            NetworkStream target = to.GetStream();
            byte[] buffer = new byte[64 * 1024];
            int messages = 0;
            while (true)
            {
                int length = await source.ReadAsync(buffer, _stop.Token);
                if (length == 0)
                {
                    return;
                }

                if (Delay > TimeSpan.Zero)
                {
                    await Task.Delay(Delay, _stop.Token);
                }

                if (isReply && IsMessage(buffer.AsSpan(0, length)) && (_losesEveryMessage || (_losesEverySecondMessage && ++messages % 2 != 0)))
                {
                    LostMessages++;
                    continue;
                }

                if (isReply && _losesReplies)
                {
                    continue;
                }

                await target.WriteAsync(buffer.AsMemory(0, length), _stop.Token);
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The other direction ends too.
        }
    }

    // Redis sends each publication at once; two in one packet count as one, and are lost or not together.
    private static bool IsMessage(ReadOnlySpan<byte> data) => data.StartsWith("*3\r\n$7\r\nmessage\r\n"u8);
}
