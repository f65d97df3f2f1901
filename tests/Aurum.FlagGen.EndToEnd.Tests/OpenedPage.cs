using Microsoft.Playwright;

namespace Aurum.FlagGen.EndToEnd.Tests;

/// <summary>A page that remembers what the browser complained of, breaches of the content security policy among it.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    public OpenedPage(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
