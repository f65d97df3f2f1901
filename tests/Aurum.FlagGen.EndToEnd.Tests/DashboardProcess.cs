using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.EndToEnd.Tests;

/// <summary>The sample as a user runs it: a process of its own, on a free port of loopback, over a copy of the repository's flags.json.</summary>
internal sealed class DashboardProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly ProgramProcess _process;
    private readonly DirectoryInfo _folder;

    private DashboardProcess(ProgramProcess process, DirectoryInfo folder)
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
        DashboardProcess dashboard = new(SampleProcess.Start("Dashboard", "--flags", manifest, "--urls", "http://127.0.0.1:0"), folder);
        string opened = await dashboard.WaitForLineAsync("Open http", StartLimit);
        dashboard.Http = new HttpClient { BaseAddress = new Uri(opened.Split(' ')[1].TrimEnd(',')) };
        return dashboard;
    }

    /// <inheritdoc cref="ProgramProcess.WaitForLineAsync"/>
    public Task<string> WaitForLineAsync(string text, TimeSpan limit) => _process.WaitForLineAsync(text, limit);

    public async Task<JsonElement> GetAsync(string query) => await Http.GetFromJsonAsync<JsonElement>("/api/flags?" + query);

    public async Task<JsonElement> GetFlagAsync(string key, string query) => FlagOf(await GetAsync(query), key);

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

    /// <summary>As <see cref="EditAsync"/>, the first place alone.</summary>
    public async Task EditFirstAsync(string from, string to)
    {
        string text = await File.ReadAllTextAsync(ManifestPath);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        await File.WriteAllTextAsync(ManifestPath, string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
    }

    /// <summary>The line and the column of a text in the manifest, from 1.</summary>
    public async Task<(int Line, int Column)> FindAsync(string text)
    {
        string[] lines = await File.ReadAllLinesAsync(ManifestPath);
        int line = Array.FindIndex(lines, candidate => candidate.Contains(text, StringComparison.Ordinal));
        return (line + 1, lines[line].IndexOf(text, StringComparison.Ordinal) + 1);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public static JsonElement FlagOf(JsonElement answer, string key) =>
        answer.GetProperty("flags").EnumerateArray().Single(flag => flag.GetProperty("key").GetString() == key);
}
