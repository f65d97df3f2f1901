namespace Aurum.FlagGen.Testing.Tests;

internal sealed class RecordingListener : IFlagEventListener
{
    public List<FlagEvent> Events { get; } = [];

    public void OnTracked(in FlagEvent flagEvent) => Events.Add(flagEvent);
}
