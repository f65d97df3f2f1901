namespace Aurum.FlagGen;

/// <summary>Hears of tracked events. An exception that a listener throws is counted and does not reach who tracked.</summary>
public interface IFlagEventListener
{
    /// <summary>An event was tracked.</summary>
    /// <param name="flagEvent">The event.</param>
    void OnTracked(in FlagEvent flagEvent);
}
