namespace ModBot.Dashboard;

/// <summary>The page cannot listen where it is told to; the message says why and what to do.</summary>
public sealed class DashboardAddressException(string message, Exception? innerException = null) : Exception(message, innerException);
