using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Threading.Channels;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.EndToEnd.Tests;

/// <summary>The sample as a user runs it: a process of its own, on a free port of loopback, over a copy of the repository's flags.json.</summary>
internal sealed class DashboardProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly DirectoryInfo _folder;

    private DashboardProcess(Process process, DirectoryInfo folder)
    {
        _process = process;
        _folder = folder;
    }

    public string ManifestPath => Path.Combine(_folder.FullName, "flags.json");

    public HttpClient Http { get; private set; } = new();

    public static async Task<DashboardProcess> StartAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("flaggen-dashboard-");
        string manifest = Path.Combine(folder.FullName, "flags.json");
        File.Copy(RepositoryFolder.Combine("flags.json"), manifest);
        string configuration = typeof(DashboardProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "Configuration").Value!;
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList =
            {
                RepositoryFolder.Combine("artifacts", "bin", "Dashboard", configuration.ToLowerInvariant(), "Dashboard.dll"),
                "--flags", manifest, "--urls", "http://127.0.0.1:0",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        DashboardProcess dashboard = new(Process.Start(start)!, folder);
        dashboard.Read();
        string opened = await dashboard.WaitForLineAsync("Open http", StartLimit);
        dashboard.Http = new HttpClient { BaseAddress = new Uri(opened.Split(' ')[1].TrimEnd(',')) };
        return dashboard;
    }

    /// <summary>Waits for a line of the process's output that contains a text.</summary>
    public async Task<string> WaitForLineAsync(string text, TimeSpan limit)
    {
        using CancellationTokenSource timeout = new(limit);
        List<string> seen = [];
        try
        {
            await foreach (string line in _lines.Reader.ReadAllAsync(timeout.Token))
            {
                seen.Add(line);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Falls through to the message, which shows what came instead.
        }

        throw new InvalidOperationException($"No line of the dashboard's output had '{text}' within {limit.TotalSeconds} s. It printed:\n{string.Join('\n', seen)}");
    }

    public async Task<JsonElement> GetAsync(string query) => await Http.GetFromJsonAsync<JsonElement>("/api/widgets?" + query);

    public async Task<JsonElement> GetWidgetAsync(string key, string query) => WidgetOf(await GetAsync(query), key);

    /// <summary>Asks again and again until the answer is as expected.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> WaitUntilAsync(string query, Func<JsonElement, bool> condition, TimeSpan limit)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition(await GetAsync(query)))
        {
            if (watch.Elapsed > limit)
            {
                throw new InvalidOperationException($"The answer was not as expected within {limit.TotalSeconds} s. The last one: {await GetAsync(query)}");
            }
        }

        return watch.Elapsed;
    }

    /// <summary>Edits the manifest as an editor does: writes the whole text.</summary>
    public async Task EditAsync(string from, string to)
    {
        string text = await File.ReadAllTextAsync(ManifestPath);
        text.ShouldContain(from);
        await File.WriteAllTextAsync(ManifestPath, text.Replace(from, to, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    public static JsonElement WidgetOf(JsonElement answer, string key) =>
        answer.GetProperty("widgets").EnumerateArray().Single(widget => widget.GetProperty("key").GetString() == key);

    private void Read()
    {
        _process.OutputDataReceived += (_, line) => Write(line.Data);
        _process.ErrorDataReceived += (_, line) => Write(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Write(string? line)
    {
        if (line is not null)
        {
            _lines.Writer.TryWrite(line);
        }
    }
}
