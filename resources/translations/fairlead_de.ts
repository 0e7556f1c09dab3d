<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Clients</name>
    <message>
        <source>Not installed</source>
        <translation>Nicht installiert</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Old address</source>
        <translation>Alte Adresse</translation>
    </message>
    <message>
        <source>Key not valid</source>
        <translation>Schlüssel ungültig</translation>
    </message>
    <message>
        <source>Switched off there</source>
        <translation>Dort ausgeschaltet</translation>
    </message>
    <message>
        <source>Changed by hand</source>
        <translation>Von Hand geändert</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>By copying</source>
        <translation>Durch Kopieren</translation>
    </message>
    <message>
        <source>%1 does not know Fairlead yet. Add it, and %1 gets a key of its own.</source>
        <translation>%1 kennt Fairlead noch nicht. Fügen Sie es hinzu, dann bekommt %1 einen eigenen Schlüssel.</translation>
    </message>
    <message>
        <source>%1 is connected.</source>
        <translation>%1 ist verbunden.</translation>
    </message>
    <message>
        <source>%1 is set up and has not called yet. Restart it if it does not show Fairlead.</source>
        <translation>%1 ist eingerichtet und hat noch nicht gefragt. Starten Sie es neu, falls es Fairlead nicht zeigt.</translation>
    </message>
    <message>
        <source>%1 looks for Fairlead where it is not any more. Update its entry.</source>
        <translation>%1 sucht Fairlead, wo es nicht mehr ist. Aktualisieren Sie den Eintrag.</translation>
    </message>
    <message>
        <source>%1 is refused, because its key was revoked, has expired or is not known. Update its entry to give it a new one.</source>
        <translation>%1 wird abgewiesen, weil sein Schlüssel widerrufen, abgelaufen oder unbekannt ist. Aktualisieren Sie den Eintrag, um ihm einen neuen zu geben.</translation>
    </message>
    <message>
        <source>Fairlead is switched off in %1. Switch it on there.</source>
        <translation>Fairlead ist in %1 ausgeschaltet. Schalten Sie es dort ein.</translation>
    </message>
    <message>
        <source>The entry “fairlead” of %1 is not what Fairlead wrote. Update it to make it Fairlead&apos;s again, or leave it.</source>
        <translation>Der Eintrag „fairlead“ von %1 ist nicht der, den Fairlead geschrieben hat. Aktualisieren Sie ihn, damit er wieder zu Fairlead gehört, oder lassen Sie ihn.</translation>
    </message>
    <message>
        <source>%1 lets no other program add a server. Copy the configuration and paste it there (Settings, Tools, AI Assistant, MCP).</source>
        <translation>%1 lässt kein anderes Programm einen Server hinzufügen. Kopieren Sie die Konfiguration und fügen Sie sie dort ein (Settings, Tools, AI Assistant, MCP).</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>Tray icon</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>This desktop shows tray icons.</source>
        <translation>Dieser Desktop zeigt Symbole im Infobereich.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons.</source>
        <translation>Dieser Desktop zeigt keine Symbole im Infobereich.</translation>
    </message>
    <message>
        <source>Fairlead works without one: start it again to bring its window back. In GNOME, the extension AppIndicator shows tray icons.</source>
        <translation>Fairlead funktioniert auch ohne: Ein neuer Start bringt das Fenster zurück. In GNOME zeigt die Erweiterung AppIndicator solche Symbole.</translation>
    </message>
    <message>
        <source>It agrees with the services&apos; clocks to %1 seconds.</source>
        <translation>Sie stimmt mit den Uhren der Dienste auf %1 Sekunden überein.</translation>
    </message>
    <message>
        <source>It is %1 seconds off.</source>
        <translation>Sie geht um %1 Sekunden falsch.</translation>
    </message>
    <message>
        <source>Let the system set the time by itself; sign-ins fail otherwise.</source>
        <translation>Lassen Sie das System die Zeit selbst stellen; Anmeldungen schlagen sonst fehl.</translation>
    </message>
    <message>
        <source>Server on %1</source>
        <translation>Server auf %1</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Network settings</source>
        <translation>Netzwerkeinstellungen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>No service is connected.</source>
        <translation>Kein Dienst ist verbunden.</translation>
    </message>
    <message>
        <source>Connect Jira or Notion in the window, or run: fairleadctl connect jira --oauth</source>
        <translation>Verbinden Sie Jira oder Notion im Fenster, oder führen Sie aus: fairleadctl connect jira --oauth</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Connection %1</source>
        <translation>Verbindung %1</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Answers on %1.</source>
        <translation>Antwortet auf %1.</translation>
    </message>
    <message>
        <source>Does not answer on %1.</source>
        <translation>Antwortet nicht auf %1.</translation>
    </message>
    <message>
        <source>Look for a firewall or another program on that port, or choose another port in the settings.</source>
        <translation>Sehen Sie nach einer Firewall oder einem anderen Programm auf diesem Port, oder wählen Sie in den Einstellungen einen anderen Port.</translation>
    </message>
    <message>
        <source>Works; signed in as %1.</source>
        <translation>Funktioniert; angemeldet als %1.</translation>
    </message>
    <message>
        <source>Reconnect it on the page “Connections”, or run: %1</source>
        <translation>Verbinden Sie sie auf der Seite „Verbindungen“ neu, oder führen Sie aus: %1</translation>
    </message>
    <message>
        <source>Check the network and that %1 opens in a browser, then check again.</source>
        <translation>Prüfen Sie das Netz und ob sich %1 in einem Browser öffnet, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>%1 did not say what time it is.</source>
        <translation>%1 hat nicht gesagt, wie spät es ist.</translation>
    </message>
    <message>
        <source>See what the check of that connection says.</source>
        <translation>Sehen Sie, was die Prüfung dieser Verbindung sagt.</translation>
    </message>
    <message>
        <source>Fairlead has port %1.</source>
        <translation>Fairlead hat Port %1.</translation>
    </message>
    <message>
        <source>Fairlead has port %1; the settings say %2.</source>
        <translation>Fairlead hat Port %1; die Einstellungen nennen %2.</translation>
    </message>
    <message>
        <source>Start Fairlead again to move it to the port of the settings.</source>
        <translation>Starten Sie Fairlead neu, damit es den Port der Einstellungen nimmt.</translation>
    </message>
    <message>
        <source>Fairlead has port %1; port %2 of the settings is in use by another program.</source>
        <translation>Fairlead hat Port %1; Port %2 aus den Einstellungen wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>Choose another port in the settings.</source>
        <translation>Wählen Sie in den Einstellungen einen anderen Port.</translation>
    </message>
    <message>
        <source>The keychain has not answered yet.</source>
        <translation>Der Schlüsselbund hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Look for a window that asks for its password, then check again.</source>
        <translation>Sehen Sie nach einem Fenster, das nach seinem Passwort fragt, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Unlock the keychain, or see “Secrets” in the README for computers without one.</source>
        <translation>Entsperren Sie den Schlüsselbund, oder lesen Sie „Secrets“ in der README für Computer ohne einen.</translation>
    </message>
    <message>
        <source>The master key is in the keychain.</source>
        <translation>Der Hauptschlüssel ist im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The master key is in the data folder, without a keychain.</source>
        <translation>Der Hauptschlüssel ist im Datenordner, ohne Schlüsselbund.</translation>
    </message>
    <message>
        <source>The master key was handed over at the start.</source>
        <translation>Der Hauptschlüssel wurde beim Start übergeben.</translation>
    </message>
    <message>
        <source>%1 holds no certificates in PEM form.</source>
        <translation>%1 enthält keine Zertifikate im PEM-Format.</translation>
    </message>
    <message>
        <source>Correct the file, or take it out of the settings.</source>
        <translation>Berichtigen Sie die Datei, oder nehmen Sie sie aus den Einstellungen.</translation>
    </message>
    <message>
        <source>The system&apos;s proxy settings are used.</source>
        <translation>Die Proxy-Einstellungen des Systems werden benutzt.</translation>
    </message>
    <message>
        <source>No proxy is used.</source>
        <translation>Es wird kein Proxy benutzt.</translation>
    </message>
    <message>
        <source>The proxy %1 is used.</source>
        <translation>Der Proxy %1 wird benutzt.</translation>
    </message>
    <message>
        <source>At least one client has called.</source>
        <translation>Mindestens ein Programm hat schon gefragt.</translation>
    </message>
    <message>
        <source>No client has called with a key yet.</source>
        <translation>Noch hat kein Programm mit einem Schlüssel gefragt.</translation>
    </message>
    <message>
        <source>Make a key and add it to your client, for example: fairleadctl keys create --name Cursor</source>
        <translation>Erstellen Sie einen Schlüssel und tragen Sie ihn in Ihr Programm ein, zum Beispiel: fairleadctl keys create --name Cursor</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Only %1 MiB are free for %2.</source>
        <translation>Nur %1 MiB sind für %2 frei.</translation>
    </message>
    <message>
        <source>Free some space; until then nothing can be stored.</source>
        <translation>Schaffen Sie Platz; bis dahin kann nichts gespeichert werden.</translation>
    </message>
    <message>
        <source>Other users of this computer can enter %1.</source>
        <translation>Andere Benutzer dieses Computers können %1 betreten.</translation>
    </message>
    <message>
        <source>Run: chmod 700 &apos;%1&apos;</source>
        <translation>Führen Sie aus: chmod 700 &apos;%1&apos;</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Correct the folder&apos;s owner and permissions.</source>
        <translation>Berichtigen Sie Eigentümer und Rechte des Ordners.</translation>
    </message>
    <message>
        <source>%1 is yours alone; %2 MiB are free.</source>
        <translation>%1 gehört Ihnen allein; %2 MiB sind frei.</translation>
    </message>
    <message>
        <source>Remove the file, or correct its owner and permissions.</source>
        <translation>Entfernen Sie die Datei, oder berichtigen Sie ihren Eigentümer und ihre Rechte.</translation>
    </message>
    <message>
        <source>What happens is written to %1.</source>
        <translation>Was geschieht, wird in %1 geschrieben.</translation>
    </message>
    <message>
        <source>Update it on the page “Clients and keys”, or run: fairleadctl clients add %1</source>
        <translation>Aktualisieren Sie den Eintrag auf der Seite „Programme und Schlüssel“, oder rufen Sie auf: fairleadctl clients add %1</translation>
    </message>
    <message>
        <source>%1 looks for Fairlead where it is not any more.</source>
        <translation>%1 sucht Fairlead, wo es nicht mehr ist.</translation>
    </message>
    <message>
        <source>%1 is refused: its key was revoked, has expired or is not known.</source>
        <translation>%1 wird abgewiesen: Sein Schlüssel wurde widerrufen, ist abgelaufen oder unbekannt.</translation>
    </message>
    <message>
        <source>The entry “fairlead” of %1 is not what Fairlead wrote.</source>
        <translation>Der Eintrag „fairlead“ von %1 ist nicht der, den Fairlead geschrieben hat.</translation>
    </message>
    <message>
        <source>Leave it if that was on purpose. To make it Fairlead&apos;s again, run: fairleadctl clients add %1</source>
        <translation>Lassen Sie ihn, wenn das Absicht war. Damit er wieder zu Fairlead gehört, rufen Sie auf: fairleadctl clients add %1</translation>
    </message>
    <message>
        <source>Fairlead is switched off in %1.</source>
        <translation>Fairlead ist in %1 ausgeschaltet.</translation>
    </message>
    <message>
        <source>Switch it on there.</source>
        <translation>Schalten Sie es dort ein.</translation>
    </message>
    <message>
        <source>Correct the file in an editor, then check again.</source>
        <translation>Berichtigen Sie die Datei in einem Editor und prüfen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 is connected and has called.</source>
        <translation>%1 ist verbunden und hat schon gefragt.</translation>
    </message>
    <message>
        <source>%1 is set up and has not called yet. Restart it if it does not show Fairlead.</source>
        <translation>%1 ist eingerichtet und hat noch nicht gefragt. Starten Sie es neu, falls es Fairlead nicht zeigt.</translation>
    </message>
    <message>
        <source>Fairlead in %1</source>
        <translation>Fairlead in %1</translation>
    </message>
    <message>
        <source>Remote server %1</source>
        <translation>Entfernter Server %1</translation>
    </message>
    <message>
        <source>Works; tools in use: %1, hidden until you approve them: %2.</source>
        <translation>Geht; Werkzeuge in Gebrauch: %1, verborgen, bis Sie sie freigeben: %2.</translation>
    </message>
    <message>
        <source>Look at them on the page “Connections” under “Tools…”, or run: fairleadctl upstreams review %1</source>
        <translation>Sehen Sie sie auf der Seite „Verbindungen“ unter „Werkzeuge …“ an, oder führen Sie aus: fairleadctl upstreams review %1</translation>
    </message>
    <message>
        <source>Works, but none of its tools is in use.</source>
        <translation>Geht, aber keines seiner Werkzeuge ist in Gebrauch.</translation>
    </message>
    <message>
        <source>See on the page “Connections” under “Tools…” whether they are switched off.</source>
        <translation>Sehen Sie auf der Seite „Verbindungen“ unter „Werkzeuge …“ nach, ob sie ausgeschaltet sind.</translation>
    </message>
    <message>
        <source>Works over MCP %1; tools in use: %2; the last answer took %3 ms.</source>
        <translation>Geht über MCP %1; Werkzeuge in Gebrauch: %2; die letzte Antwort dauerte %3 ms.</translation>
    </message>
    <message>
        <source>Works, but %1 of the %2 requests that it takes in %3 minutes are used.</source>
        <translation>Geht, aber %1 von %2 Anfragen, die er in %3 Minuten annimmt, sind verbraucht.</translation>
    </message>
    <message>
        <source>What goes beyond waits, or is refused with the time to wait. See under “Activity” which program asks so often.</source>
        <translation>Was darüber hinausgeht, wartet oder wird mit der Wartezeit abgelehnt. Sehen Sie unter „Aktivität“ nach, welches Programm so oft fragt.</translation>
    </message>
</context>
<context>
    <name>fairlead::tray::TrayProgram</name>
    <message>
        <source>Not serving: %1</source>
        <extracomment>%1 is a sentence such as &quot;Port 8080 on 127.0.0.1 is in use by another program&quot;.</extracomment>
        <translation>Nicht in Betrieb: %1</translation>
    </message>
    <message>
        <source>That cannot be changed</source>
        <translation>Das lässt sich nicht ändern</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ActivityDetails</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Tool:</source>
        <translation>Werkzeug:</translation>
    </message>
    <message>
        <source>Outcome:</source>
        <extracomment>How a call ended.</extracomment>
        <translation>Ausgang:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Zeit:</translation>
    </message>
    <message>
        <source>Client:</source>
        <translation>Programm:</translation>
    </message>
    <message>
        <source>Connection:</source>
        <translation>Verbindung:</translation>
    </message>
    <message>
        <source>%1; took %2, answered with %3</source>
        <translation>%1; dauerte %2, Antwort: %3</translation>
    </message>
    <message>
        <source>%1, with the key %2…</source>
        <extracomment>%1 is a program (&quot;Cursor&quot;), %2 the first digits of its key.</extracomment>
        <translation>%1, mit dem Schlüssel %2…</translation>
    </message>
    <message>
        <source>About:</source>
        <extracomment>What a call was about: the key of an issue, the id of a page.</extracomment>
        <translation>Betrifft:</translation>
    </message>
    <message>
        <source>Arguments:</source>
        <translation>Argumente:</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Undo:</source>
        <extracomment>Whether what a call changed can be put back.</extracomment>
        <translation>Rückgängig:</translation>
    </message>
    <message>
        <source>&amp;Undo…</source>
        <translation>&amp;Rückgängig machen…</translation>
    </message>
    <message>
        <source>Undone</source>
        <extracomment>What a call changed was put back.</extracomment>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Not possible any more</source>
        <translation>Nicht mehr möglich</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ActivityExport</name>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <extracomment>%1 is a file, %2 what the system says about it.</extracomment>
        <translation>%1 kann nicht geschrieben werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ActivityModel</name>
    <message>
        <source>Outcome</source>
        <extracomment>Column: how a call ended.</extracomment>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Client</source>
        <extracomment>Column: the program that called.</extracomment>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Tool</source>
        <extracomment>Column: the tool that was called.</extracomment>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>Column: how large the answer was.</extracomment>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ActivityPage</name>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>What clients do is not being logged just now: %1</source>
        <translation>Was Programme tun, wird gerade nicht protokolliert: %1</translation>
    </message>
    <message>
        <source>Client, tool or connection</source>
        <translation>Programm, Werkzeug oder Verbindung</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle Ausgänge</translation>
    </message>
    <message>
        <source>&amp;Filter:</source>
        <translation>&amp;Filter:</translation>
    </message>
    <message>
        <source>&amp;Outcome:</source>
        <translation>Aus&amp;gang:</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Die Datei wird geschrieben</translation>
    </message>
    <message>
        <source>No program has called yet</source>
        <translation>Noch hat kein Programm gefragt</translation>
    </message>
    <message>
        <source>Nothing fits this filter</source>
        <translation>Nichts passt zu diesem Filter</translation>
    </message>
    <message>
        <source>C&amp;lear the filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>Export activity</source>
        <translation>Aktivität exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are in %1.</source>
        <extracomment>%1 is a file.</extracomment>
        <translation>
            <numerusform>%n Eintrag ist in %1.</numerusform>
            <numerusform>%n Einträge sind in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that any program did to one issue or page: its key, or its id</source>
        <translation>Alles, was irgendein Programm mit einem Vorgang oder einer Seite getan hat: Schlüssel des Vorgangs oder ID der Seite</translation>
    </message>
    <message>
        <source>A&amp;bout:</source>
        <extracomment>What a call was about: the key of an issue, the id of a page.</extracomment>
        <translation>&amp;Betrifft:</translation>
    </message>
    <message>
        <source>Each call of a program appears here the moment it ends: who called what, over which connection, and how it went. A program that comes with a wrong key appears, too. What was answered is not kept, and what was asked only if you want that, in the settings.</source>
        <translation>Jeder Aufruf eines Programms erscheint hier, sobald er endet: wer was über welche Verbindung aufgerufen hat und wie es ausging. Auch ein Programm mit falschem Schlüssel erscheint. Antworten werden nicht aufbewahrt, Fragen nur, wenn Sie das in den Einstellungen wünschen.</translation>
    </message>
    <message>
        <source>There is activity, but none with these words, this issue or page, and this outcome.</source>
        <translation>Es gibt Aktivität, aber keine mit diesen Wörtern, diesem Vorgang oder dieser Seite und diesem Ausgang.</translation>
    </message>
    <message>
        <source>%1 was undone.</source>
        <extracomment>%1 is the name of a tool: &quot;jira_update_issue&quot;.</extracomment>
        <translation>%1 wurde rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ActivityPlot</name>
    <message>
        <source>Calls in each minute of the last hour</source>
        <translation>Aufrufe in jeder Minute der letzten Stunde</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>Keine Aufrufe</translation>
    </message>
    <message>
        <source>%1 in all, at most %2 in one minute</source>
        <translation>%1 insgesamt, höchstens %2 in einer Minute</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ActivityTexts</name>
    <message>
        <source>Took too long</source>
        <translation>Dauerte zu lange</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Not secure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Too many calls</source>
        <translation>Zu viele Aufrufe</translation>
    </message>
    <message>
        <source>Wrong input</source>
        <translation>Falsche Eingabe</translation>
    </message>
    <message>
        <source>Wrong answer</source>
        <translation>Falsche Antwort</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Wrong key</source>
        <translation>Falscher Schlüssel</translation>
    </message>
    <message>
        <source>Entries missing</source>
        <translation>Einträge fehlen</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Outcome of a call: it went well.</extracomment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>Outcome of a call: Fairlead did not let it through.</extracomment>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Unnamed program</source>
        <extracomment>A program that did not say its name.</extracomment>
        <translation>Programm ohne Namen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>A duration in milliseconds.</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A duration in seconds.</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Credentials lent</source>
        <translation>Zugangsdaten verliehen</translation>
    </message>
    <message>
        <source>Credentials lent on</source>
        <translation>Zugangsdaten weiterverliehen</translation>
    </message>
    <message>
        <source>Loan of credentials ended</source>
        <translation>Verleih von Zugangsdaten beendet</translation>
    </message>
    <message>
        <source>Asked: may %1 run?</source>
        <translation>Gefragt: Darf %1 laufen?</translation>
    </message>
    <message>
        <source>Yes to %1</source>
        <translation>Ja zu %1</translation>
    </message>
    <message>
        <source>No to %1</source>
        <translation>Nein zu %1</translation>
    </message>
    <message>
        <source>Came with its key</source>
        <translation>Kam mit seinem Schlüssel</translation>
    </message>
    <message>
        <source>Key made</source>
        <translation>Schlüssel erstellt</translation>
    </message>
    <message>
        <source>Key changed</source>
        <translation>Schlüssel geändert</translation>
    </message>
    <message>
        <source>Key rotated</source>
        <translation>Schlüssel erneuert</translation>
    </message>
    <message>
        <source>Key revoked</source>
        <translation>Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Key expired</source>
        <translation>Schlüssel abgelaufen</translation>
    </message>
    <message>
        <source>Connection made</source>
        <translation>Verbindung hergestellt</translation>
    </message>
    <message>
        <source>Connection removed</source>
        <translation>Verbindung entfernt</translation>
    </message>
    <message>
        <source>Connection needs a sign-in</source>
        <translation>Verbindung braucht eine Anmeldung</translation>
    </message>
    <message>
        <source>Connection works again</source>
        <translation>Verbindung geht wieder</translation>
    </message>
    <message>
        <source>File published</source>
        <translation>Datei veröffentlicht</translation>
    </message>
    <message>
        <source>Tools hidden until you approve them</source>
        <translation>Werkzeuge verborgen, bis Sie sie freigeben</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <extracomment>%1 is the name of a tool: what its call had changed was put back.</extracomment>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ApprovalWindow</name>
    <message>
        <source>&amp;Allow this call</source>
        <translation>Diesen Aufruf &amp;erlauben</translation>
    </message>
    <message>
        <source>Allow until Fairlead &amp;ends</source>
        <translation>Erlauben, &amp;bis Fairlead endet</translation>
    </message>
    <message>
        <source>Al&amp;ways allow this tool</source>
        <translation>Dieses Werkzeug &amp;immer erlauben</translation>
    </message>
    <message>
        <source>&amp;Deny</source>
        <translation>Ab&amp;lehnen</translation>
    </message>
    <message>
        <source>May this run?</source>
        <translation>Darf das laufen?</translation>
    </message>
    <message>
        <source>May %1 run %2?</source>
        <extracomment>%1 is a program, %2 a tool such as jira_create_issue.</extracomment>
        <translation>Darf %1 %2 ausführen?</translation>
    </message>
    <message>
        <source>Field</source>
        <extracomment>Columns: a field, what it says now, and what it would say after the call.</extracomment>
        <translation>Feld</translation>
    </message>
    <message numerus="yes">
        <source>%n more question(s) wait.</source>
        <extracomment>%1 is how many more questions wait.</extracomment>
        <translation>
            <numerusform>%n weitere Frage wartet.</numerusform>
            <numerusform>%n weitere Fragen warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wants to: %2</source>
        <extracomment>%1 is a program such as Cursor, %2 what it wants to do: &quot;Create a Jira issue&quot;.</extracomment>
        <translation>%1 möchte: %2</translation>
    </message>
    <message>
        <source>This deletes or overwrites something. Tool: %1</source>
        <translation>Das löscht oder überschreibt etwas. Werkzeug: %1</translation>
    </message>
    <message>
        <source>This creates or changes something. Tool: %1</source>
        <translation>Das erstellt oder ändert etwas. Werkzeug: %1</translation>
    </message>
    <message>
        <source>It came with the key “%1” (%2…). Only you can say yes to it here.</source>
        <extracomment>%1 is the name of a key, %2 its beginning.</extracomment>
        <translation>Es kam mit dem Schlüssel „%1“ (%2…). Nur Sie können hier Ja dazu sagen.</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>(empty)</source>
        <extracomment>Instead of a value: the field is empty now.</extracomment>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <extracomment>Instead of a value: what is there now is deleted.</extracomment>
        <translation>(gelöscht)</translation>
    </message>
    <message>
        <source>What is there now could not be read: %1</source>
        <extracomment>%1 is a sentence that says why.</extracomment>
        <translation>Was jetzt da ist, ließ sich nicht lesen: %1</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::BackupDialog</name>
    <message>
        <source>&amp;Include the master key, under a passphrase</source>
        <translation>&amp;Hauptschlüssel mitnehmen, mit einer Passphrase</translation>
    </message>
    <message>
        <source>Without the master key, only a computer that still has it opens the sign-ins in the backup. On another one everything else comes back, and you sign in to each service again.</source>
        <translation>Ohne den Hauptschlüssel öffnet nur ein Computer, der ihn noch hat, die Anmeldungen in der Sicherung. Auf einem anderen kommt alles Übrige zurück, und Sie melden sich bei jedem Dienst neu an.</translation>
    </message>
    <message>
        <source>&amp;Choose a file and back up…</source>
        <translation>&amp;Datei wählen und sichern …</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Back up Fairlead</source>
        <translation>Fairlead sichern</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>A backup is one file with your connections, sign-ins, keys, activity and settings. The sign-ins in it are sealed.</source>
        <translation>Eine Sicherung ist eine Datei mit Ihren Verbindungen, Anmeldungen, Schlüsseln, der Aktivität und den Einstellungen. Die Anmeldungen darin sind versiegelt.</translation>
    </message>
    <message>
        <source>Whoever has this file and the passphrase has your sign-ins. Nobody can open it without the passphrase, not even Fairlead.</source>
        <translation>Wer diese Datei und die Passphrase hat, hat Ihre Anmeldungen. Ohne die Passphrase kann sie niemand öffnen, auch Fairlead nicht.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Passphrase:</translation>
    </message>
    <message>
        <source>&amp;Once more:</source>
        <translation>&amp;Noch einmal:</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Take at least %1 characters, such as four words that do not belong together.</source>
        <translation>Nehmen Sie mindestens %1 Zeichen, etwa vier Wörter, die nicht zusammengehören.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen sind nicht gleich.</translation>
    </message>
    <message>
        <source>File for the backup</source>
        <translation>Datei für die Sicherung</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::BrowserWaitView</name>
    <message>
        <source>&amp;Open again</source>
        <translation>Erneut &amp;öffnen</translation>
    </message>
    <message>
        <source>Cop&amp;y address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>Warten auf den Browser</translation>
    </message>
    <message>
        <source>Opens the page in your browser once more</source>
        <translation>Öffnet die Seite noch einmal in Ihrem Browser</translation>
    </message>
    <message>
        <source>Copies the page&apos;s address, to open it in another browser</source>
        <translation>Kopiert die Adresse der Seite, um sie in einem anderen Browser zu öffnen</translation>
    </message>
    <message>
        <source>Waiting for your browser…</source>
        <translation>Es wird auf Ihren Browser gewartet …</translation>
    </message>
    <message>
        <source>Back from the browser</source>
        <translation>Zurück aus dem Browser</translation>
    </message>
    <message>
        <source>Asking %1 what this sign-in can see…</source>
        <extracomment>%1 is the name of a service.</extracomment>
        <translation>%1 wird gefragt, was diese Anmeldung sehen kann …</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ClientDialog</name>
    <message>
        <source>&amp;Update</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Update Fairlead in %1</source>
        <extracomment>%1 is the name of a program.</extracomment>
        <translation>Fairlead in %1 aktualisieren</translation>
    </message>
    <message>
        <source>Add Fairlead to %1</source>
        <translation>Fairlead zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>What changes in the file</source>
        <translation>Was sich in der Datei ändert</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>The key is made for %1 alone. What the file is now is kept beside it, and you can undo this.</source>
        <extracomment>%1 is the name of a program.</extracomment>
        <translation>Der Schlüssel wird nur für %1 erstellt. Was jetzt in der Datei steht, bleibt daneben aufgehoben, und Sie können dies rückgängig machen.</translation>
    </message>
    <message>
        <source>This changes %1:</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>Das ändert %1:</translation>
    </message>
    <message>
        <source>Nothing: all is as it should be.</source>
        <translation>Nichts: Alles ist, wie es sein soll.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ClientsModel</name>
    <message>
        <source>Never</source>
        <extracomment>A program that has not called Fairlead.</extracomment>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>Letzter Aufruf</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ClientsView</name>
    <message>
        <source>Programs on this computer</source>
        <translation>Programme auf diesem Computer</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>En&amp;tfernen …</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>Rück&amp;gängig</translation>
    </message>
    <message>
        <source>No program that Fairlead knows was found on this computer. Any other one takes a key and the address: make a key below, and copy the configuration.</source>
        <translation>Auf diesem Computer wurde kein Programm gefunden, das Fairlead kennt. Jedes andere nimmt einen Schlüssel und die Adresse: Erstellen Sie unten einen Schlüssel und kopieren Sie die Konfiguration.</translation>
    </message>
    <message>
        <source>&amp;Copy configuration…</source>
        <translation>Konfiguration &amp;kopieren …</translation>
    </message>
    <message>
        <source>&amp;Update…</source>
        <translation>&amp;Aktualisieren …</translation>
    </message>
    <message>
        <source>Remove Fairlead from %1?</source>
        <extracomment>%1 is the name of a program, %2 of a file.</extracomment>
        <translation>Fairlead aus %1 entfernen?</translation>
    </message>
    <message>
        <source>Fairlead&apos;s entry is taken out of %2, and the key that was made for %1 is revoked.</source>
        <translation>Der Eintrag von Fairlead wird aus %2 entfernt, und der Schlüssel, der für %1 erstellt wurde, wird widerrufen.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1 ist wieder, wie es vorher war.</translation>
    </message>
    <message>
        <source>As an e&amp;xtension…</source>
        <translation>Als Erwe&amp;iterung …</translation>
    </message>
    <message>
        <source>&amp;Open in %1</source>
        <extracomment>%1 is the name of a program.</extracomment>
        <translation>In %1 ö&amp;ffnen</translation>
    </message>
    <message>
        <source>%1 asks you now whether to add Fairlead. Agree there. Its key is in a file that only you can read, not in the link.</source>
        <extracomment>%1 is the name of a program.</extracomment>
        <translation>%1 fragt Sie jetzt, ob Fairlead hinzugefügt werden soll. Stimmen Sie dort zu. Der Schlüssel steht in einer Datei, die nur Sie lesen können, nicht im Link.</translation>
    </message>
    <message>
        <source>This desktop does not know that %1 opens such links. Choose Add… instead.</source>
        <extracomment>%1 is the name of a program.</extracomment>
        <translation>Auf diesem Desktop ist nicht bekannt, dass %1 solche Links öffnet. Wählen Sie stattdessen „Hinzufügen …“.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::Confirmation</name>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ConnectDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <extracomment>%1 is the name of a service, such as Jira.</extracomment>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Sa&amp;ve and sign in</source>
        <translation>S&amp;peichern und anmelden</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel sign-in</source>
        <translation>Anmeldung a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel try</source>
        <translation>Versuch a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address and open it in one, on this computer.</source>
        <translation>Es ließ sich kein Browser öffnen. Kopieren Sie die Adresse und öffnen Sie sie in einem Browser auf diesem Computer.</translation>
    </message>
    <message>
        <source>A sign-in is already waiting in your browser.</source>
        <translation>In Ihrem Browser wartet bereits eine Anmeldung.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was stored.</source>
        <translation>Abgebrochen. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>No browser could be opened. The page is %1</source>
        <translation>Es ließ sich kein Browser öffnen. Die Seite ist %1</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ConnectServerDialog</name>
    <message>
        <source>Too&amp;ls…</source>
        <translation>&amp;Werkzeuge …</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Connect an MCP server</source>
        <translation>Einen MCP-Server verbinden</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Warten auf eine Antwort</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <extracomment>%1 is an address.</extracomment>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was stored.</source>
        <translation>Abgebrochen. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel try</source>
        <translation>Versuch a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address and open it in one, on this computer.</source>
        <translation>Es ließ sich kein Browser öffnen. Kopieren Sie die Adresse und öffnen Sie sie in einem, auf diesem Computer.</translation>
    </message>
    <message>
        <source>A sign-in is already waiting in your browser.</source>
        <translation>In Ihrem Browser wartet schon eine Anmeldung.</translation>
    </message>
    <message>
        <source>This server wants a token. Enter one.</source>
        <translation>Dieser Server will ein Token. Geben Sie eines ein.</translation>
    </message>
    <message>
        <source>This server takes no tokens. Leave the token empty to sign in in the browser.</source>
        <translation>Dieser Server nimmt kein Token. Lassen Sie das Token leer, um sich im Browser anzumelden.</translation>
    </message>
    <message>
        <source>Ca&amp;ncel sign-in</source>
        <translation>Anmeldung a&amp;bbrechen</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ConnectionReportView</name>
    <message>
        <source>What this sign-in may not do:</source>
        <translation>Was diese Anmeldung nicht darf:</translation>
    </message>
    <message>
        <source>What this sign-in can see</source>
        <translation>Was diese Anmeldung sehen kann</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>Connected to %1 as %2</source>
        <translation>Verbunden mit %1 als %2</translation>
    </message>
    <message numerus="yes">
        <source>Connected to %n sites</source>
        <translation>
            <numerusform>Verbunden mit %n Site</numerusform>
            <numerusform>Verbunden mit %n Sites</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>%1 is the name of a site, %2 says how much it can see there.</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a site, %2 a sentence on what may not be done there.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>These are new, or signed in again:</source>
        <translation>Diese sind neu oder neu angemeldet:</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ConnectionsModel</name>
    <message>
        <source>Site</source>
        <extracomment>Column: the address of the connected site.</extracomment>
        <translation>Site</translation>
    </message>
    <message>
        <source>Service</source>
        <extracomment>Column: Jira, Notion, …</extracomment>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>A connection or key that nobody has used yet.</extracomment>
        <translation>Nie</translation>
    </message>
    <message>
        <source>%1 (sample data)</source>
        <extracomment>%1 is the name of a site.</extracomment>
        <translation>%1 (Beispieldaten)</translation>
    </message>
    <message>
        <source>Tools to approve</source>
        <extracomment>The state of a remote server: some of its tools are hidden until somebody approves them.</extracomment>
        <translation>Werkzeuge freizugeben</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ConnectionsPage</name>
    <message>
        <source>Connect &amp;Jira…</source>
        <translation>&amp;Jira verbinden …</translation>
    </message>
    <message>
        <source>Connect &amp;Notion…</source>
        <translation>&amp;Notion verbinden …</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Reconnect…</source>
        <translation>Ne&amp;u verbinden …</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>Tr&amp;ennen …</translation>
    </message>
    <message>
        <source>Nothing is connected yet</source>
        <translation>Noch ist nichts verbunden</translation>
    </message>
    <message>
        <source>Connect a Jira site or a Notion workspace, and the programs that have a key can search and read there, and write if their key allows it.</source>
        <translation>Verbinden Sie eine Jira-Site oder einen Notion-Arbeitsbereich. Programme mit einem Schlüssel können dort dann suchen und lesen, und schreiben, wenn ihr Schlüssel es erlaubt.</translation>
    </message>
    <message>
        <source>Connect an&amp;other</source>
        <translation>&amp;Anderes verbinden</translation>
    </message>
    <message>
        <source>Connect %1…</source>
        <extracomment>%1 is the name of a service, such as Todoist.</extracomment>
        <translation>%1 verbinden …</translation>
    </message>
    <message>
        <source>Cancel &amp;test</source>
        <translation>&amp;Test abbrechen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Signed in as %1 (%2)</source>
        <extracomment>%1 is a person&apos;s name, %2 how it signs in (&quot;API token&quot;).</extracomment>
        <translation>Angemeldet als %1 (%2)</translation>
    </message>
    <message>
        <source>Testing %1…</source>
        <extracomment>%1 is the name of a site.</extracomment>
        <translation>%1 wird getestet …</translation>
    </message>
    <message>
        <source>%1 works. %2</source>
        <extracomment>%1 is the name of a site, %2 says how much it can see there.</extracomment>
        <translation>%1 funktioniert. %2</translation>
    </message>
    <message>
        <source>The test of %1 was cancelled.</source>
        <translation>Der Test von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Fairlead forgets this sign-in, and tells %1 so where there is a way to.</source>
        <translation>Fairlead vergisst diese Anmeldung und teilt das %1 mit, wo es einen Weg dafür gibt.</translation>
    </message>
    <message>
        <source>Fairlead forgets the token of this connection. The token itself stays valid until you revoke it at %1.</source>
        <extracomment>%1 is a company, such as Atlassian.</extracomment>
        <translation>Fairlead vergisst das Token dieser Verbindung. Das Token selbst bleibt gültig, bis Sie es bei %1 widerrufen.</translation>
    </message>
    <message>
        <source>Disconnect %1?</source>
        <extracomment>%1 is the name of a site.</extracomment>
        <translation>%1 trennen?</translation>
    </message>
    <message>
        <source>%1 Your programs keep their keys, but get nothing from this site any more.</source>
        <extracomment>%1 is a sentence on what happens to the sign-in.</extracomment>
        <translation>%1 Ihre Programme behalten ihre Schlüssel, bekommen aber nichts mehr von dieser Site.</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Too&amp;ls…</source>
        <translation>&amp;Werkzeuge …</translation>
    </message>
    <message>
        <source>Connect an MCP server…</source>
        <translation>Einen MCP-Server verbinden …</translation>
    </message>
    <message>
        <source>%1, which calls itself %2</source>
        <extracomment>%1 is the address of a remote server, %2 what it calls itself.</extracomment>
        <translation>%1, der sich %2 nennt</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::CreatedKeyView</name>
    <message>
        <source>Copy &amp;key</source>
        <translation>&amp;Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy C&amp;ursor configuration</source>
        <translation>C&amp;ursor-Konfiguration kopieren</translation>
    </message>
    <message>
        <source>Cursor configuration</source>
        <translation>Cursor-Konfiguration</translation>
    </message>
    <message>
        <source>Streamable HTTP</source>
        <translation>Streamable HTTP</translation>
    </message>
    <message>
        <source>SSE (for older programs)</source>
        <extracomment>SSE is the name of the older transport of MCP.</extracomment>
        <translation>SSE (für ältere Programme)</translation>
    </message>
    <message>
        <source>The key “%1”</source>
        <extracomment>%1 is the name that the person gave to the key.</extracomment>
        <translation>Der Schlüssel „%1“</translation>
    </message>
    <message>
        <source>The configuration is on the clipboard. Paste it into ~/.cursor/mcp.json, or add its entry to what is there.</source>
        <translation>Die Konfiguration ist in der Zwischenablage. Fügen Sie sie in ~/.cursor/mcp.json ein, oder ergänzen Sie dort ihren Eintrag.</translation>
    </message>
    <message>
        <source>Ke&amp;y:</source>
        <translation>Sch&amp;lüssel:</translation>
    </message>
    <message>
        <source>&amp;Transport:</source>
        <translation>&amp;Transport:</translation>
    </message>
    <message>
        <source>It is shown only now: Fairlead keeps nothing that it could be read from again. Copy the key, or Cursor&apos;s configuration with the key in it.</source>
        <translation>Er wird nur jetzt gezeigt: Fairlead behält nichts, woraus man ihn wieder lesen könnte. Kopieren Sie den Schlüssel oder die Cursor-Konfiguration, die ihn enthält.</translation>
    </message>
    <message>
        <source>The key is on the clipboard.</source>
        <translation>Der Schlüssel ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::DoctorPage</name>
    <message>
        <source>Copy &amp;report</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Does something not work?</source>
        <translation>Funktioniert etwas nicht?</translation>
    </message>
    <message>
        <source>Fairlead looks at itself, at this computer and at each connection, and says what helps. Nothing is changed and nothing is sent to anybody but the services that you have connected.</source>
        <translation>Fairlead sieht bei sich selbst, auf diesem Computer und bei jeder Verbindung nach und sagt, was hilft. Es wird nichts geändert, und nur die Dienste, die Sie verbunden haben, erfahren davon.</translation>
    </message>
    <message>
        <source>&amp;Check now</source>
        <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>%1 of %2 looked at</source>
        <translation>%1 von %2 geprüft</translation>
    </message>
    <message>
        <source>Nothing found that needs you.</source>
        <translation>Nichts gefunden, was Sie tun müssten.</translation>
    </message>
    <message>
        <source>Findings that need you: %1</source>
        <translation>Befunde, die Sie brauchen: %1</translation>
    </message>
    <message>
        <source>The report is copied. It holds names of sites and accounts, but no keys and tokens.</source>
        <translation>Der Bericht ist kopiert. Er nennt Sites und Konten, aber keine Schlüssel und Tokens.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ExtensionDialog</name>
    <message>
        <source>&amp;Save the extension…</source>
        <translation>Erweiterung &amp;speichern …</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Extension for %1</source>
        <extracomment>%1 is the name of a program.</extracomment>
        <translation>Erweiterung für %1</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>The extension is in %1.</source>
        <extracomment>%1 is the path of a file.</extracomment>
        <translation>Die Erweiterung ist in %1.</translation>
    </message>
    <message>
        <source>The key was not copied yet and cannot be shown again. Close once more to leave it.</source>
        <translation>Der Schlüssel wurde noch nicht kopiert und kann nicht noch einmal gezeigt werden. Schließen Sie noch einmal, um ihn zurückzulassen.</translation>
    </message>
    <message>
        <source>%1 can take Fairlead as an extension instead of an entry in its configuration. There is no key in the file: %1 asks for it and keeps it in the system&apos;s keychain. The key is made when you save.</source>
        <extracomment>%1 is the name of a program.</extracomment>
        <translation>%1 kann Fairlead als Erweiterung statt als Eintrag in seiner Konfiguration aufnehmen. In der Datei ist kein Schlüssel: %1 fragt danach und bewahrt ihn im Schlüsselbund des Systems auf. Der Schlüssel entsteht beim Speichern.</translation>
    </message>
    <message>
        <source>Fairlead is in its configuration already. Remove that entry first, or every tool is there twice.</source>
        <translation>Fairlead ist schon in der Konfiguration. Entfernen Sie zuerst diesen Eintrag, sonst gibt es jedes Werkzeug zweimal.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Copy &amp;key</source>
        <translation>Schlüssel &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Open the extension</source>
        <translation>Erweiterung ö&amp;ffnen</translation>
    </message>
    <message>
        <source>1. Copy the key. It is shown only now.</source>
        <translation>1. Kopieren Sie den Schlüssel. Er wird nur jetzt gezeigt.</translation>
    </message>
    <message>
        <source>2. Open the extension, let %1 install it, and paste the key when it asks.</source>
        <extracomment>%1 is the name of a program.</extracomment>
        <translation>2. Öffnen Sie die Erweiterung, lassen Sie %1 sie installieren, und fügen Sie den Schlüssel ein, wenn danach gefragt wird.</translation>
    </message>
    <message>
        <source>Save the extension</source>
        <translation>Erweiterung speichern</translation>
    </message>
    <message>
        <source>This desktop does not know that %1 opens such files. In %1 choose Settings, Extensions, Install extension, and there %2.</source>
        <extracomment>%1 is the name of a program, %2 the path of a file.</extracomment>
        <translation>Dieser Desktop weiß nicht, dass %1 solche Dateien öffnet. Wählen Sie in %1 Settings, Extensions, Install extension und dort %2.</translation>
    </message>
    <message>
        <source>The key is on the clipboard.</source>
        <translation>Der Schlüssel ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::FindingRow</name>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Good</source>
        <extracomment>The verdict of a check, read out by screen readers.</extracomment>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Nicht geprüft</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::FirstSteps</name>
    <message>
        <source>Connect a service</source>
        <translation>Einen Dienst verbinden</translation>
    </message>
    <message>
        <source>Connect a client</source>
        <translation>Ein Programm verbinden</translation>
    </message>
    <message>
        <source>See it work</source>
        <translation>Sehen, dass es geht</translation>
    </message>
    <message>
        <source>That is all for now</source>
        <translation>Das ist vorerst alles</translation>
    </message>
    <message>
        <source>What you skipped can be done at any time: Show first steps leads back here.</source>
        <translation>Was Sie übersprungen haben, können Sie jederzeit tun: „Erste Schritte zeigen“ führt hierher zurück.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::FolderList</name>
    <message>
        <source>&amp;Remove folder</source>
        <translation>Ordner &amp;entfernen</translation>
    </message>
    <message>
        <source>A&amp;dd folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Approved folders</source>
        <translation>Freigegebene Ordner</translation>
    </message>
    <message>
        <source>Which folder may AI tools use?</source>
        <translation>Welchen Ordner dürfen KI-Werkzeuge benutzen?</translation>
    </message>
    <message>
        <source>None: AI tools reach no files on this computer.</source>
        <translation>Keine: KI-Werkzeuge erreichen keine Dateien auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::HomePage</name>
    <message>
        <source>Copy &amp;address</source>
        <translation>&amp;Adresse kopieren</translation>
    </message>
    <message>
        <source>Connections:</source>
        <translation>Verbindungen:</translation>
    </message>
    <message>
        <source>Keys:</source>
        <translation>Schlüssel:</translation>
    </message>
    <message>
        <source>Data folder:</source>
        <translation>Datenordner:</translation>
    </message>
    <message>
        <source>Version:</source>
        <translation>Version:</translation>
    </message>
    <message>
        <source>&amp;Quit Fairlead</source>
        <translation>Fairlead &amp;beenden</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons. Closing this window only puts it away: Fairlead goes on serving until you quit it. Starting Fairlead again brings the window back.</source>
        <translation>Dieser Desktop zeigt keine Symbole im Infobereich. Das Schließen dieses Fensters räumt es nur weg: Fairlead läuft weiter, bis Sie es beenden. Ein neuer Start von Fairlead bringt das Fenster zurück.</translation>
    </message>
    <message>
        <source>Keep the master key in a file?</source>
        <translation>Den Hauptschlüssel in einer Datei aufbewahren?</translation>
    </message>
    <message>
        <source>No keychain answers on this computer. Fairlead can keep the key that seals your sign-ins in %1/master.key instead, readable by your user account only. Whoever can read your files can then use your sign-ins.</source>
        <translation>Auf diesem Computer antwortet kein Schlüsselbund. Fairlead kann den Schlüssel, der Ihre Anmeldungen versiegelt, stattdessen in %1/master.key aufbewahren, lesbar nur für Ihr Benutzerkonto. Wer Ihre Dateien lesen kann, kann dann Ihre Anmeldungen benutzen.</translation>
    </message>
    <message>
        <source>&amp;Use a key file</source>
        <translation>Schlüsseldatei ben&amp;utzen</translation>
    </message>
    <message>
        <source>No calls in the last hour</source>
        <translation>Keine Aufrufe in der letzten Stunde</translation>
    </message>
    <message>
        <source>One call in the last hour</source>
        <translation>Ein Aufruf in der letzten Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n calls in the last hour</source>
        <translation>
            <numerusform>%n Aufruf in der letzten Stunde</numerusform>
            <numerusform>%n Aufrufe in der letzten Stunde</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Skip this step</source>
        <translation>Diesen Schritt über&amp;springen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Show &amp;first steps</source>
        <translation>&amp;Erste Schritte zeigen</translation>
    </message>
    <message>
        <source>What your programs ask Fairlead shows here, as it happens.</source>
        <translation>Was Ihre Programme Fairlead fragen, erscheint hier, sobald es geschieht.</translation>
    </message>
    <message>
        <source>%1 called %2</source>
        <translation>%1 hat %2 aufgerufen</translation>
    </message>
    <message>
        <source>Starting the sample data…</source>
        <translation>Die Beispieldaten werden gestartet …</translation>
    </message>
    <message>
        <source>Northwind is connected: a made-up company, to try Fairlead with. It goes when you connect something real, remove it on the page Connections, or quit Fairlead.</source>
        <translation>Northwind ist verbunden: eine erfundene Firma, um Fairlead auszuprobieren. Sie verschwindet, sobald Sie etwas Echtes verbinden, sie auf der Seite „Verbindungen“ entfernen oder Fairlead beenden.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::KeyRightsBox</name>
    <message>
        <source>Let it &amp;lease credentials</source>
        <translation>Darf Zugangsdaten &amp;leihen</translation>
    </message>
    <message>
        <source>A program with this key gets the tokens of your services themselves, each time for at most a day, and can use them past Fairlead. It is meant for servers of your own; leave it off for AI tools.</source>
        <translation>Ein Programm mit diesem Schlüssel bekommt die Token Ihrer Dienste selbst, jeweils für höchstens einen Tag, und kann sie an Fairlead vorbei verwenden. Gedacht ist das für eigene Server; lassen Sie es für KI-Werkzeuge aus.</translation>
    </message>
    <message>
        <source>Let it call the services &amp;directly</source>
        <translation>&amp;Direkte Aufrufe der Dienste erlauben</translation>
    </message>
    <message>
        <source>A program with this key can send any request to your services in your name, past the tools and what they check. It is meant for scripts of your own; leave it off for AI tools.</source>
        <translation>Ein Programm mit diesem Schlüssel kann in Ihrem Namen jede Anfrage an Ihre Dienste senden, an den Werkzeugen und ihren Prüfungen vorbei. Das ist für eigene Skripte gedacht; lassen Sie es für KI-Werkzeuge aus.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::KeyScope</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Toolsets</source>
        <translation>Werkzeuggruppen</translation>
    </message>
    <message>
        <source>All, those made later too</source>
        <extracomment>Which connections a key may use.</extracomment>
        <translation>Alle, auch spätere</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>C&amp;onnections:</source>
        <translation>&amp;Verbindungen:</translation>
    </message>
    <message>
        <source>The everyday tools</source>
        <extracomment>Which tools a key has.</extracomment>
        <translation>Die alltäglichen Werkzeuge</translation>
    </message>
    <message>
        <source>The everyday tools and these</source>
        <translation>Die alltäglichen Werkzeuge und diese</translation>
    </message>
    <message>
        <source>All, those of later versions too</source>
        <translation>Alle, auch die späterer Versionen</translation>
    </message>
    <message>
        <source>&amp;Tools:</source>
        <translation>&amp;Werkzeuge:</translation>
    </message>
    <message>
        <source>Tick at least one connection that the key may use.</source>
        <translation>Haken Sie mindestens eine Verbindung an, die der Schlüssel verwenden darf.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::KeysModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <extracomment>Column: the first digits of the key, to recognise it by.</extracomment>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Access</source>
        <extracomment>Column: what the key allows.</extracomment>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>A key that does not expire.</extracomment>
        <translation>Nie</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <extracomment>%1 is a time (&quot;5 minutes ago&quot;), %2 the name of a program (&quot;Cursor&quot;).</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::KeysPage</name>
    <message>
        <source>Copy &amp;Cursor configuration…</source>
        <translation>&amp;Cursor-Konfiguration kopieren …</translation>
    </message>
    <message>
        <source>&amp;New key…</source>
        <translation>&amp;Neuer Schlüssel …</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Rena&amp;me</source>
        <translation>U&amp;mbenennen</translation>
    </message>
    <message>
        <source>Tool&amp;sets…</source>
        <translation>&amp;Werkzeuggruppen …</translation>
    </message>
    <message>
        <source>Ro&amp;tate…</source>
        <translation>E&amp;rneuern …</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>Wi&amp;derrufen …</translation>
    </message>
    <message>
        <source>No program has a key yet</source>
        <translation>Noch hat kein Programm einen Schlüssel</translation>
    </message>
    <message>
        <source>Each program that may ask Fairlead gets a key of its own. The key decides what the program may do, and revoking it ends that at once.</source>
        <translation>Jedes Programm, das Fairlead fragen darf, bekommt einen eigenen Schlüssel. Der Schlüssel bestimmt, was das Programm darf, und sein Widerruf beendet das sofort.</translation>
    </message>
    <message>
        <source>Clients and keys</source>
        <translation>Programme und Schlüssel</translation>
    </message>
    <message>
        <source>Rotate the key “%1”?</source>
        <extracomment>%1 is the name of a key.</extracomment>
        <translation>Den Schlüssel „%1“ erneuern?</translation>
    </message>
    <message>
        <source>The key gets new digits, shown once. The old ones stop working at once: put the new ones into the program that uses the key.</source>
        <translation>Der Schlüssel bekommt neue Zeichen, die einmal gezeigt werden. Die alten gelten sofort nicht mehr: Tragen Sie die neuen in das Programm ein, das den Schlüssel benutzt.</translation>
    </message>
    <message>
        <source>&amp;Rotate</source>
        <translation>&amp;Erneuern</translation>
    </message>
    <message>
        <source>Revoke the key “%1”?</source>
        <extracomment>%1 is the name of a key.</extracomment>
        <translation>Den Schlüssel „%1“ widerrufen?</translation>
    </message>
    <message>
        <source>The program that uses it is cut off at once. A revoked key cannot be brought back.</source>
        <translation>Das Programm, das ihn benutzt, wird sofort ausgesperrt. Ein widerrufener Schlüssel lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Widerrufen</translation>
    </message>
    <message>
        <source>Ri&amp;ghts…</source>
        <translation>Re&amp;chte…</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::LeasesModel</name>
    <message>
        <source>A program</source>
        <translation>Ein Programm</translation>
    </message>
    <message>
        <source>Program</source>
        <extracomment>Column: the program that holds credentials.</extracomment>
        <translation>Programm</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Until</source>
        <extracomment>Column: when a lease ends.</extracomment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Renewed</source>
        <extracomment>Column: how often a lease was renewed.</extracomment>
        <translation>Verlängert</translation>
    </message>
    <message>
        <source>Key</source>
        <extracomment>Column: the name of the key that a program uses.</extracomment>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <extracomment>Of a lease that has a few minutes left; of one that lasts.</extracomment>
        <translation>Endet bald</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>How often a lease was renewed: %1 times of at most %2.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>None: you yourself</source>
        <extracomment>Instead of the name of a key: what was asked for with the rights of the person.</extracomment>
        <translation>Keiner: Sie selbst</translation>
    </message>
    <message>
        <source>%1 loses its credentials in %2 min: its lease cannot be renewed any more. It has to take a new one.</source>
        <extracomment>%1 is a program, %2 a number of minutes.</extracomment>
        <translation>%1 verliert seine Zugangsdaten in %2 Min.: Die Leihe lässt sich nicht mehr verlängern. Es muss eine neue nehmen.</translation>
    </message>
    <message>
        <source>%1 loses its credentials in %2 min, unless it renews its lease.</source>
        <extracomment>%1 is a program, %2 a number of minutes.</extracomment>
        <translation>%1 verliert seine Zugangsdaten in %2 Min., wenn es die Leihe nicht verlängert.</translation>
    </message>
    <message>
        <source>%1, in %2 min</source>
        <extracomment>When a lease ends: %1 is a time of day, %2 is how many minutes are left.</extracomment>
        <translation>%1, in %2 Min.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::LeasesPage</name>
    <message>
        <source>Leases</source>
        <translation>Leihen</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>Wi&amp;derrufen …</translation>
    </message>
    <message>
        <source>No program holds credentials</source>
        <translation>Kein Programm hat Zugangsdaten</translation>
    </message>
    <message>
        <source>A program whose key may lease credentials gets those of your services for a time, and renews them while it needs them. While it holds some, it is listed here.</source>
        <translation>Ein Programm, dessen Schlüssel Zugangsdaten leihen darf, bekommt die Ihrer Dienste auf Zeit und verlängert, solange es sie braucht. Solange es welche hat, steht es hier.</translation>
    </message>
    <message>
        <source>To the &amp;keys</source>
        <translation>Zu den &amp;Schlüsseln</translation>
    </message>
    <message>
        <source>These programs hold credentials of your services for a time. What Fairlead gives to one ends when its lease is revoked; a token that the program has copied lasts until its service ends it.</source>
        <translation>Diese Programme haben Zugangsdaten Ihrer Dienste auf Zeit. Was Fairlead einem gibt, endet mit dem Widerruf der Leihe; ein Token, den das Programm kopiert hat, gilt, bis sein Dienst ihn beendet.</translation>
    </message>
    <message>
        <source>Take the credentials back from %1?</source>
        <extracomment>%1 is a program.</extracomment>
        <translation>Die Zugangsdaten von %1 zurücknehmen?</translation>
    </message>
    <message>
        <source>Its lease of %1 ends at once. It can take a new one as long as its key may: revoke the key, too, if it should not.</source>
        <extracomment>%1 are services such as &quot;jira and notion&quot;.</extracomment>
        <translation>Die Leihe von %1 endet sofort. Solange der Schlüssel es darf, kann das Programm eine neue nehmen: Widerrufen Sie auch den Schlüssel, wenn es das nicht soll.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Widerrufen</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::MainWindow</name>
    <message>
        <source>Home</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Clients and keys</source>
        <translation>Programme und Schlüssel</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Leases</source>
        <translation>Leihen</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::NeededFields</name>
    <message>
        <source>%1:</source>
        <extracomment>%1 is the name of a field of an issue.</extracomment>
        <translation>%1:</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>Eine Zahl</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::NewKeyDialog</name>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Copy Cursor configuration</source>
        <translation>Cursor-Konfiguration kopieren</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Make key and copy</source>
        <translation>&amp;Schlüssel erstellen und kopieren</translation>
    </message>
    <message>
        <source>&amp;Make key</source>
        <translation>&amp;Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Cursor</source>
        <extracomment>The name of the program; the proposed name of a key for it.</extracomment>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>The key was not copied yet and cannot be shown again. Close once more to leave it.</source>
        <translation>Der Schlüssel wurde noch nicht kopiert und kann nicht noch einmal gezeigt werden. Schließen Sie ein zweites Mal, um ihn zurückzulassen.</translation>
    </message>
    <message>
        <source>The program that will use it, for example Cursor</source>
        <translation>Das Programm, das ihn benutzen wird, zum Beispiel Cursor</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>When a key expires.</extracomment>
        <translation>Nie</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>In 30 Tagen</translation>
    </message>
    <message>
        <source>In 90 days</source>
        <translation>In 90 Tagen</translation>
    </message>
    <message>
        <source>In a year</source>
        <translation>In einem Jahr</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Access:</source>
        <translation>&amp;Zugriff:</translation>
    </message>
    <message>
        <source>&amp;Expires:</source>
        <translation>&amp;Läuft ab:</translation>
    </message>
    <message>
        <source>A key is shown only once, so the configuration comes with a new one. This makes the key and copies what goes into ~/.cursor/mcp.json.</source>
        <translation>Ein Schlüssel wird nur einmal gezeigt, darum kommt die Konfiguration mit einem neuen. Damit wird der Schlüssel erstellt und kopiert, was in ~/.cursor/mcp.json gehört.</translation>
    </message>
    <message>
        <source>Give each program a key of its own: then you see which one asks, and can revoke it alone.</source>
        <translation>Geben Sie jedem Programm einen eigenen Schlüssel: Dann sehen Sie, welches fragt, und können ihn allein widerrufen.</translation>
    </message>
    <message>
        <source>Everything that it changes</source>
        <extracomment>Before which calls Fairlead asks: every one that creates, changes or deletes.</extracomment>
        <translation>Allem, was es ändert</translation>
    </message>
    <message>
        <source>What deletes or overwrites</source>
        <translation>Dem, was löscht oder überschreibt</translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>Before no call at all does Fairlead ask.</extracomment>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>As&amp;k me before:</source>
        <extracomment>Before which calls of an AI tool Fairlead asks the person.</extracomment>
        <translation>Mich &amp;fragen vor:</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::Notifier</name>
    <message>
        <source>Sign in to %1 again</source>
        <extracomment>%1 is the name of a site; %n are further ones.</extracomment>
        <translation>Wieder bei %1 anmelden</translation>
    </message>
    <message numerus="yes">
        <source>Sign in to %1 and %n more again</source>
        <translation>
            <numerusform>Wieder bei %1 und %n weiterem Dienst anmelden</numerusform>
            <numerusform>Wieder bei %1 und %n weiteren Diensten anmelden</numerusform>
        </translation>
    </message>
    <message>
        <source>Until then your programs get nothing from there. Click here.</source>
        <translation>Bis dahin bekommen Ihre Programme von dort nichts. Klicken Sie hier.</translation>
    </message>
    <message>
        <source>A program is connected to Fairlead</source>
        <extracomment>%1 is the name of a program.</extracomment>
        <translation>Ein Programm ist mit Fairlead verbunden</translation>
    </message>
    <message>
        <source>%1 is connected to Fairlead</source>
        <translation>%1 ist mit Fairlead verbunden</translation>
    </message>
    <message>
        <source>It uses the key “%1” for the first time. If that is not you, click here and revoke it.</source>
        <extracomment>%1 is the name of a key.</extracomment>
        <translation>Es benutzt den Schlüssel „%1“ zum ersten Mal. Wenn das nicht Sie sind, klicken Sie hier und widerrufen Sie ihn.</translation>
    </message>
    <message>
        <source>Several things need you</source>
        <translation>Mehreres braucht Sie</translation>
    </message>
    <message>
        <source>Click here to see them in Fairlead.</source>
        <translation>Klicken Sie hier, um es in Fairlead zu sehen.</translation>
    </message>
    <message>
        <source>%1 offers tools that are new or have changed</source>
        <extracomment>%1 is the name of a remote server.</extracomment>
        <translation>%1 bietet neue oder geänderte Werkzeuge an</translation>
    </message>
    <message>
        <source>They stay hidden until you have looked at them. Click here.</source>
        <translation>Sie bleiben verborgen, bis Sie sie angesehen haben. Klicken Sie hier.</translation>
    </message>
    <message>
        <source>%1 is about to lose its credentials</source>
        <extracomment>%1 is a program.</extracomment>
        <translation>%1 verliert gleich seine Zugangsdaten</translation>
    </message>
    <message>
        <source>It holds those of %1 until %2 and has not renewed its lease. Click here to see it.</source>
        <extracomment>%1 are services such as &quot;jira and notion&quot;, %2 is a time of day.</extracomment>
        <translation>Es hat die von %1 bis %2 und hat die Leihe nicht verlängert. Klicken Sie hier, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Fairlead asks you</source>
        <translation>Fairlead fragt Sie</translation>
    </message>
    <message>
        <source>%1 soon takes no more requests</source>
        <extracomment>%1 is the name of a remote server.</extracomment>
        <translation>%1 nimmt bald keine Anfragen mehr an</translation>
    </message>
    <message>
        <source>What goes beyond waits, or is refused with the time to wait.</source>
        <translation>Was darüber hinausgeht, wartet oder wird mit der Wartezeit abgelehnt.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::OAuthAppForm</name>
    <message>
        <source>Sco&amp;pes:</source>
        <extracomment>What an app has to be allowed to do, as the service names it: read:jira-work, …</extracomment>
        <translation>&amp;Berechtigungen (Scopes):</translation>
    </message>
    <message>
        <source>Client &amp;ID:</source>
        <translation>Client-&amp;ID:</translation>
    </message>
    <message>
        <source>Client &amp;secret:</source>
        <translation>Client-&amp;Geheimnis:</translation>
    </message>
    <message>
        <source>Opens %1 in your browser</source>
        <extracomment>%1 is the name of a web server.</extracomment>
        <translation>Öffnet %1 in Ihrem Browser</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the redirect address</source>
        <translation>Die Rückleitungsadresse kopieren</translation>
    </message>
    <message>
        <source>&amp;Redirect address:</source>
        <translation>&amp;Rückleitungsadresse:</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::Overview</name>
    <message>
        <source>Attention: the database cannot be read</source>
        <translation>Achtung: Die Datenbank kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Attention: the keychain is locked</source>
        <translation>Achtung: Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>Attention: stored sign-ins cannot be used</source>
        <translation>Achtung: Gespeicherte Anmeldungen können nicht benutzt werden</translation>
    </message>
    <message>
        <source>Attention: sign in to %1 again</source>
        <extracomment>%1 is the name of a site.</extracomment>
        <translation>Achtung: Bitte wieder bei %1 anmelden</translation>
    </message>
    <message>
        <source>Attention: %1 cannot be reached</source>
        <extracomment>%1 is the name of a site.</extracomment>
        <translation>Achtung: %1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Serving on %1</source>
        <extracomment>%1 is an address such as 127.0.0.1:8080.</extracomment>
        <translation>In Betrieb auf %1</translation>
    </message>
    <message>
        <source>The database cannot be read</source>
        <translation>Die Datenbank kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Sign in to %1 again</source>
        <translation>Wieder bei %1 anmelden</translation>
    </message>
    <message>
        <source>&amp;Reconnect…</source>
        <translation>Ne&amp;u verbinden …</translation>
    </message>
    <message>
        <source>Connect Jira or Notion</source>
        <translation>Jira oder Notion verbinden</translation>
    </message>
    <message>
        <source>Fairlead answers with what your account there can see. You sign in once, in the browser or with a token.</source>
        <translation>Fairlead antwortet mit dem, was Ihr Konto dort sehen kann. Sie melden sich einmal an, im Browser oder mit einem Token.</translation>
    </message>
    <message>
        <source>Connect &amp;Jira…</source>
        <translation>&amp;Jira verbinden …</translation>
    </message>
    <message>
        <source>Connect &amp;Notion…</source>
        <translation>&amp;Notion verbinden …</translation>
    </message>
    <message>
        <source>Each program that may ask Fairlead gets a key of its own, which can be limited and revoked.</source>
        <translation>Jedes Programm, das Fairlead fragen darf, bekommt einen eigenen Schlüssel, der sich einschränken und widerrufen lässt.</translation>
    </message>
    <message>
        <source>Everything is set up</source>
        <translation>Alles ist eingerichtet</translation>
    </message>
    <message>
        <source>Last call: %1.</source>
        <translation>Letzter Aufruf: %1.</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <extracomment>%1 is a time, %2 the name of a program.</extracomment>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Unlock the keychain</source>
        <translation>Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>Stored sign-ins cannot be used</source>
        <translation>Gespeicherte Anmeldungen können nicht benutzt werden</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Use a key file…</source>
        <translation>Schlüsseldatei ben&amp;utzen …</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probieren Sie es aus</translation>
    </message>
    <message>
        <source>Nothing is connected yet</source>
        <translation>Noch ist nichts verbunden</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is the name of a site, %n the number of further ones.</extracomment>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>No key is in force</source>
        <translation>Kein Schlüssel ist gültig</translation>
    </message>
    <message>
        <source>One key is in force</source>
        <translation>Ein Schlüssel ist gültig</translation>
    </message>
    <message numerus="yes">
        <source>%n keys are in force</source>
        <translation>
            <numerusform>%n Schlüssel ist gültig</numerusform>
            <numerusform>%n Schlüssel sind gültig</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused: clients get no answers</source>
        <translation>Angehalten: Programme bekommen keine Antworten</translation>
    </message>
    <message>
        <source>Fairlead is paused</source>
        <translation>Fairlead ist angehalten</translation>
    </message>
    <message>
        <source>Whoever calls is told so at once. Sign-ins and settings stay as they are, and the next start of Fairlead serves again.</source>
        <translation>Wer fragt, erfährt das sofort. Anmeldungen und Einstellungen bleiben, wie sie sind, und der nächste Start von Fairlead antwortet wieder.</translation>
    </message>
    <message>
        <source>&amp;Resume Fairlead</source>
        <translation>Fairlead &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Add Fairlead to Cursor</source>
        <translation>Fairlead zu Cursor hinzufügen</translation>
    </message>
    <message>
        <source>Add to &amp;Cursor…</source>
        <translation>Zu &amp;Cursor hinzufügen …</translation>
    </message>
    <message>
        <source>Another &amp;program…</source>
        <translation>Anderes &amp;Programm …</translation>
    </message>
    <message>
        <source>Start the program that you added again, then type “list my projects” there. The call shows here.</source>
        <translation>Starten Sie das hinzugefügte Programm neu und schreiben Sie dort „list my projects“. Der Aufruf erscheint hier.</translation>
    </message>
    <message>
        <source>%1, with sample data</source>
        <extracomment>%1 is the names of sites.</extracomment>
        <translation>%1, mit Beispieldaten</translation>
    </message>
    <message>
        <source>It works. Next, connect your own Jira or Notion</source>
        <translation>Es geht. Verbinden Sie jetzt Ihr eigenes Jira oder Notion</translation>
    </message>
    <message>
        <source>Look at the tools of %1</source>
        <extracomment>%1 is the name of a remote server.</extracomment>
        <translation>Die Werkzeuge von %1 ansehen</translation>
    </message>
    <message>
        <source>It offers tools that are new or have changed since you approved them. They stay hidden until you have looked at them.</source>
        <translation>Der Server bietet Werkzeuge an, die neu sind oder sich seit Ihrer Freigabe geändert haben. Sie bleiben verborgen, bis Sie sie angesehen haben.</translation>
    </message>
    <message>
        <source>Look at the too&amp;ls…</source>
        <translation>&amp;Werkzeuge ansehen …</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ProxyChoice</name>
    <message>
        <source>The system&apos;s</source>
        <translation>Der des Systems</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>Dieser:</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::PublicationsModel</name>
    <message>
        <source>Not published</source>
        <translation>Nicht veröffentlicht</translation>
    </message>
    <message>
        <source>As published</source>
        <extracomment>The file is what its issue says.</extracomment>
        <translation>Wie veröffentlicht</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Seitdem geändert</translation>
    </message>
    <message>
        <source>File is gone</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>Issue is gone</source>
        <translation>Vorgang fehlt</translation>
    </message>
    <message>
        <source>Not certain</source>
        <extracomment>It is not known whether an issue was made.</extracomment>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Issue</source>
        <extracomment>Column: the key of an issue, such as WEB-12.</extracomment>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>Column: the status of an issue, such as In Progress.</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Published</source>
        <extracomment>Column: when a file was published.</extracomment>
        <translation>Veröffentlicht</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::PublishDialog</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Open issue</source>
        <translation>Vor&amp;gang öffnen</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>Noch einmal versu&amp;chen</translation>
    </message>
    <message>
        <source>Pre&amp;view</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>P&amp;ublish</source>
        <translation>Veröffentlic&amp;hen</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>%1 veröffentlichen</translation>
    </message>
    <message numerus="yes">
        <source>Publish %n files</source>
        <translation>
            <numerusform>%n Datei veröffentlichen</numerusform>
            <numerusform>%n Dateien veröffentlichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Asking Jira what would happen…</source>
        <translation>Jira wird gefragt, was geschähe …</translation>
    </message>
    <message>
        <source>Publishing: %1 of %2 done</source>
        <extracomment>%1 and %2 are numbers.</extracomment>
        <translation>Wird veröffentlicht: %1 von %2 erledigt</translation>
    </message>
    <message>
        <source>Nothing was sent. Some files cannot be published like this:</source>
        <translation>Nichts wurde gesendet. Einige Dateien lassen sich so nicht veröffentlichen:</translation>
    </message>
    <message>
        <source>Nothing was sent yet. This is what would happen:</source>
        <translation>Noch wurde nichts gesendet. Das würde geschehen:</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Erledigt.</translation>
    </message>
    <message>
        <source>%1 of %2 done. Those that failed can be tried again; none is made twice.</source>
        <extracomment>%1 and %2 are numbers.</extracomment>
        <translation>%1 von %2 erledigt. Was gescheitert ist, können Sie noch einmal versuchen; nichts entsteht doppelt.</translation>
    </message>
    <message>
        <source>Text of the issue</source>
        <translation>Text des Vorgangs</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>No browser could be opened. The page is %1</source>
        <translation>Es ließ sich kein Browser öffnen. Die Seite ist %1</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::PublishForm</name>
    <message>
        <source>&amp;Attach the file itself, too</source>
        <translation>Auch die &amp;Datei selbst anhängen</translation>
    </message>
    <message>
        <source>&amp;Site:</source>
        <translation>&amp;Site:</translation>
    </message>
    <message>
        <source>&amp;Project:</source>
        <translation>&amp;Projekt:</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>&amp;Typ:</translation>
    </message>
    <message>
        <source>The first heading of the file, or its name</source>
        <translation>Überschrift oder Name der Datei</translation>
    </message>
    <message>
        <source>Su&amp;mmary:</source>
        <translation>Zusa&amp;mmenfassung:</translation>
    </message>
    <message>
        <source>Update the issue</source>
        <translation>Den Vorgang aktualisieren</translation>
    </message>
    <message>
        <source>Comment with what changed</source>
        <translation>Kommentieren, was sich geändert hat</translation>
    </message>
    <message>
        <source>Make a new issue</source>
        <translation>Einen neuen Vorgang anlegen</translation>
    </message>
    <message>
        <source>&amp;It is published already:</source>
        <translation>Sie &amp;ist schon veröffentlicht:</translation>
    </message>
    <message>
        <source>&amp;What is published already:</source>
        <translation>&amp;Was schon veröffentlicht ist:</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>An issue that there is</source>
        <translation>Ein vorhandener Vorgang</translation>
    </message>
    <message>
        <source>A new epic</source>
        <translation>Ein neues Epic</translation>
    </message>
    <message>
        <source>&amp;Below:</source>
        <extracomment>What a new issue goes below: nothing, an issue, a new epic.</extracomment>
        <translation>&amp;Unter:</translation>
    </message>
    <message>
        <source>Asking Jira what there is to choose from…</source>
        <translation>Jira wird gefragt, was zur Wahl steht …</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Its key, such as WEB-1</source>
        <translation>Sein Schlüssel, etwa WEB-1</translation>
    </message>
    <message>
        <source>Its name; it is made once</source>
        <translation>Sein Name; es wird einmal angelegt</translation>
    </message>
    <message>
        <source>Key of the issue</source>
        <translation>Schlüssel des Vorgangs</translation>
    </message>
    <message>
        <source>Name of the epic</source>
        <translation>Name des Epics</translation>
    </message>
    <message>
        <source>Key or name of the project</source>
        <translation>Schlüssel oder Name des Projekts</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::PublishRun</name>
    <message>
        <source>New issue in %1: %2</source>
        <extracomment>%1 is a project&apos;s key, %2 the summary of an issue.</extracomment>
        <translation>Neuer Vorgang in %1: %2</translation>
    </message>
    <message>
        <source>%1 gets the new text</source>
        <extracomment>%1 is an issue&apos;s key.</extracomment>
        <translation>%1 bekommt den neuen Text</translation>
    </message>
    <message>
        <source>%1 gets a comment with what changed</source>
        <extracomment>%1 is an issue&apos;s key.</extracomment>
        <translation>%1 bekommt einen Kommentar mit den Änderungen</translation>
    </message>
    <message>
        <source>Nothing: it is as published in %1</source>
        <extracomment>%1 is an issue&apos;s key.</extracomment>
        <translation>Nichts: wie in %1 veröffentlicht</translation>
    </message>
    <message>
        <source>Published as %1</source>
        <extracomment>%1 is an issue&apos;s key.</extracomment>
        <translation>Veröffentlicht als %1</translation>
    </message>
    <message>
        <source>%1 has the new text</source>
        <extracomment>%1 is an issue&apos;s key.</extracomment>
        <translation>%1 hat den neuen Text</translation>
    </message>
    <message>
        <source>%1 has a comment with what changed</source>
        <extracomment>%1 is an issue&apos;s key.</extracomment>
        <translation>%1 hat einen Kommentar mit den Änderungen</translation>
    </message>
    <message>
        <source>Unchanged: it is as published in %1</source>
        <extracomment>%1 is an issue&apos;s key.</extracomment>
        <translation>Unverändert: wie in %1 veröffentlicht</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>Column: what became of a file, or would.</extracomment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <extracomment>%1 is names of files.</extracomment>
        <translation>Angehängt: %1</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Under way…</source>
        <translation>Läuft …</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::PublishingFilter</name>
    <message>
        <source>&amp;Remove folder…</source>
        <translation>Ordner &amp;entfernen …</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Published files</source>
        <translation>Veröffentlichte Dateien</translation>
    </message>
    <message>
        <source>Name or folder</source>
        <translation>Name oder Ordner</translation>
    </message>
    <message>
        <source>Fol&amp;der:</source>
        <translation>&amp;Ordner:</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Zeigen:</translation>
    </message>
    <message>
        <source>&amp;Filter:</source>
        <translation>&amp;Filter:</translation>
    </message>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::PublishingPage</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>&amp;Open issue</source>
        <translation>Vor&amp;gang öffnen</translation>
    </message>
    <message>
        <source>For&amp;get link…</source>
        <translation>Verknüpfung &amp;vergessen …</translation>
    </message>
    <message>
        <source>E&amp;xport links</source>
        <translation>Verknüpfungen e&amp;xportieren</translation>
    </message>
    <message>
        <source>%1 is not in an added folder. Add its folder first: what is published is kept together with its file.</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>%1 liegt in keinem hinzugefügten Ordner. Fügen Sie zuerst den Ordner hinzu: Was veröffentlicht ist, gehört zu seiner Datei.</translation>
    </message>
    <message>
        <source>No folder is added yet</source>
        <translation>Noch ist kein Ordner hinzugefügt</translation>
    </message>
    <message>
        <source>A file of an added folder becomes a Jira issue, and Fairlead keeps the link between the two. AI tools that have a key may use the files of added folders, too.</source>
        <translation>Eine Datei eines hinzugefügten Ordners wird ein Vorgang in Jira, und Fairlead hält die Verknüpfung der beiden fest. Auch KI-Werkzeuge mit einem Schlüssel dürfen die Dateien hinzugefügter Ordner benutzen.</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Publish again…</source>
        <translation>E&amp;rneut veröffentlichen …</translation>
    </message>
    <message>
        <source>&amp;Publish…</source>
        <translation>Ve&amp;röffentlichen …</translation>
    </message>
    <message numerus="yes">
        <source>%n files are selected.</source>
        <translation>
            <numerusform>%n Datei ist ausgewählt.</numerusform>
            <numerusform>%n Dateien sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>No file here fits. Show all files, or drop one onto this page.</source>
        <translation>Keine Datei hier passt. Zeigen Sie alle Dateien, oder ziehen Sie eine auf diese Seite.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen …</translation>
    </message>
    <message>
        <source>There are more files than are listed here. Drop one onto this page, or add a smaller folder.</source>
        <translation>Es gibt mehr Dateien, als hier stehen. Ziehen Sie eine auf diese Seite, oder fügen Sie einen kleineren Ordner hinzu.</translation>
    </message>
    <message>
        <source>Which folder has the files to publish?</source>
        <translation>In welchem Ordner liegen die Dateien?</translation>
    </message>
    <message>
        <source>Add this folder?</source>
        <extracomment>%1 is the path of a folder.</extracomment>
        <translation>Diesen Ordner hinzufügen?</translation>
    </message>
    <message>
        <source>The files of %1 can then be published, and AI tools that have a key may use them.</source>
        <translation>Die Dateien von %1 lassen sich dann veröffentlichen, und KI-Werkzeuge mit einem Schlüssel dürfen sie benutzen.</translation>
    </message>
    <message>
        <source>&amp;Add folder</source>
        <translation>Ordner &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Remove this folder?</source>
        <translation>Diesen Ordner entfernen?</translation>
    </message>
    <message>
        <source>Nothing of %1 can be published any more, and AI tools reach none of it. Files, issues and links stay.</source>
        <extracomment>%1 is the path of a folder.</extracomment>
        <translation>Aus %1 lässt sich nichts mehr veröffentlichen, und KI-Werkzeuge kommen nicht mehr daran. Dateien, Vorgänge und Verknüpfungen bleiben.</translation>
    </message>
    <message>
        <source>&amp;Remove folder</source>
        <translation>Ordner &amp;entfernen</translation>
    </message>
    <message>
        <source>No browser could be opened. The page is %1</source>
        <translation>Es ließ sich kein Browser öffnen. Die Seite ist %1</translation>
    </message>
    <message>
        <source>Forget this link?</source>
        <translation>Diese Verknüpfung vergessen?</translation>
    </message>
    <message>
        <source>Fairlead no longer knows which issue %1 became, and publishing it again makes a new one. File and issue stay.</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>Fairlead weiß dann nicht mehr, welcher Vorgang aus %1 wurde, und beim nächsten Veröffentlichen entsteht ein neuer. Datei und Vorgang bleiben.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>The links are written to %1.</source>
        <extracomment>%1 is names of files.</extracomment>
        <translation>Die Verknüpfungen stehen in %1.</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>Einen Ordner &amp;hinzufügen …</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::RestoreDialog</name>
    <message>
        <source>&amp;Restore and restart</source>
        <translation>Wiederherstellen und neu &amp;starten</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Restore from “%1”?</source>
        <extracomment>%1 is the name of a file.</extracomment>
        <translation>Aus „%1“ wiederherstellen?</translation>
    </message>
    <message>
        <source>The backup has its master key. With the passphrase your sign-ins come back, too; leave the field empty where this computer has the key already, or to sign in anew.</source>
        <translation>Die Sicherung enthält ihren Hauptschlüssel. Mit der Passphrase kommen auch Ihre Anmeldungen zurück; lassen Sie das Feld leer, wenn dieser Computer den Schlüssel schon hat oder Sie sich neu anmelden möchten.</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Passphrase:</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Fairlead starts again with the connections, keys and settings of the backup. What it has now is kept in a folder beside them.</source>
        <translation>Fairlead startet neu mit den Verbindungen, Schlüsseln und Einstellungen der Sicherung. Was es jetzt hat, bleibt in einem Ordner daneben.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::RightsDialog</name>
    <message>
        <source>Rights of “%1”</source>
        <extracomment>%1 is the name of a key.</extracomment>
        <translation>Rechte von „%1“</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::SampleDataButton</name>
    <message>
        <source>Connects a made-up company on this computer. No account is needed, and nothing of it leaves this computer.</source>
        <translation>Verbindet eine erfundene Firma auf diesem Computer. Sie brauchen kein Konto, und nichts davon verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Cancel sample da&amp;ta</source>
        <translation>Beispiel&amp;daten abbrechen</translation>
    </message>
    <message>
        <source>&amp;Try with sample data</source>
        <translation>Mit Beispiel&amp;daten ausprobieren</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::SampleDataNotice</name>
    <message>
        <source>Remove &amp;sample data</source>
        <translation>&amp;Beispieldaten entfernen</translation>
    </message>
    <message>
        <source>Northwind is a made-up company, to try Fairlead with. It goes, with all that was changed there, when you connect something real, remove it, or quit Fairlead.</source>
        <translation>Northwind ist eine erfundene Firma, um Fairlead auszuprobieren. Sie verschwindet mit allem, was dort geändert wurde, sobald Sie etwas Echtes verbinden, sie entfernen oder Fairlead beenden.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ServerForm</name>
    <message>
        <source>Another server</source>
        <translation>Ein anderer Server</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>Empty where the server wants none</source>
        <translation>Leer, wenn der Server keines will</translation>
    </message>
    <message>
        <source>&amp;E-mail:</source>
        <translation>&amp;E-Mail:</translation>
    </message>
    <message>
        <source>Only for a token that belongs to one, as at Atlassian</source>
        <translation>Nur für ein Token, das zu einer gehört, wie bei Atlassian</translation>
    </message>
    <message>
        <source>Fairlead asks the server which tools it has. Those that it offers now may be used at once; what it adds or changes later waits for your approval.</source>
        <translation>Fairlead fragt den Server nach seinen Werkzeugen. Was er jetzt anbietet, darf gleich benutzt werden; was er später hinzufügt oder ändert, wartet auf Ihre Freigabe.</translation>
    </message>
    <message>
        <source>This server takes a token.</source>
        <translation>Dieser Server nimmt ein Token.</translation>
    </message>
    <message>
        <source>This server lets people in through the browser only: leave the token empty.</source>
        <translation>Dieser Server lässt Menschen nur über den Browser ein: Lassen Sie das Token leer.</translation>
    </message>
    <message>
        <source>Enter a token, or leave it empty to sign in in the browser.</source>
        <translation>Geben Sie ein Token ein, oder lassen Sie es leer, um sich im Browser anzumelden.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ServerToolsDialog</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Freigeben</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Tools of %1</source>
        <extracomment>%1 is the name of a remote server.</extracomment>
        <translation>Werkzeuge von %1</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation>Was es &amp;tut:</translation>
    </message>
    <message>
        <source>This server is not connected.</source>
        <translation>Dieser Server ist nicht verbunden.</translation>
    </message>
    <message>
        <source>This server offers no tools.</source>
        <translation>Dieser Server bietet keine Werkzeuge an.</translation>
    </message>
    <message>
        <source>What has changed in %1 since you approved it:</source>
        <translation>Was sich in %1 seit Ihrer Freigabe geändert hat:</translation>
    </message>
    <message>
        <source>What %1 says about itself:</source>
        <translation>Was %1 über sich sagt:</translation>
    </message>
    <message>
        <source>%1 (as Fairlead judges)</source>
        <extracomment>%1 is what a tool does by Fairlead&apos;s judgement, such as &quot;Reads&quot;.</extracomment>
        <translation>%1 (urteilt Fairlead)</translation>
    </message>
    <message>
        <source>Left out: %1, because %2.</source>
        <extracomment>%1 is the name of a tool, %2 why: &quot;its name has hidden characters&quot;.</extracomment>
        <translation>Weggelassen: %1, denn: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n more left out.</source>
        <translation>
            <numerusform>%n weiteres weggelassen.</numerusform>
            <numerusform>%n weitere weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Programs may use %1 now.</source>
        <extracomment>%1 is the name of a tool.</extracomment>
        <translation>Programme dürfen %1 jetzt benutzen.</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Asking for the tools…</source>
        <translation>Die Werkzeuge werden erfragt …</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ServiceGuide</name>
    <message>
        <source>You sign in on Atlassian&apos;s own page and choose your site. Fairlead then stays signed in by itself.</source>
        <translation>Sie melden sich auf der Seite von Atlassian an und wählen Ihre Site. Danach bleibt Fairlead von selbst angemeldet.</translation>
    </message>
    <message>
        <source>You sign in on Atlassian&apos;s own page and choose your site. Fairlead then stays signed in by itself. This goes through an Atlassian app of your company, entered once.</source>
        <translation>Sie melden sich auf der Seite von Atlassian an und wählen Ihre Site. Danach bleibt Fairlead von selbst angemeldet. Das geht über eine Atlassian-App Ihrer Firma, die einmal eingetragen wird.</translation>
    </message>
    <message>
        <source>&amp;Enter the app…</source>
        <translation>App &amp;eintragen …</translation>
    </message>
    <message>
        <source>C&amp;hange the app…</source>
        <translation>App ä&amp;ndern …</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>You make a token at Atlassian and paste it here. It needs no app, and works until it expires or you revoke it.</source>
        <translation>Sie erstellen bei Atlassian ein Token und fügen es hier ein. Es braucht keine App und gilt, bis es abläuft oder Sie es widerrufen.</translation>
    </message>
    <message>
        <source>Use an API &amp;token…</source>
        <translation>Ein API-&amp;Token benutzen …</translation>
    </message>
    <message>
        <source>Your company may allow only one of these ways. Its Atlassian administrator knows.</source>
        <translation>Ihre Firma erlaubt vielleicht nur einen dieser Wege. Ihr Atlassian-Administrator weiß es.</translation>
    </message>
    <message>
        <source>Enter the client ID and the secret of the Atlassian app (OAuth 2.0) that your company uses for this. Whoever manages it finds them in Atlassian&apos;s developer console, under Settings, and there, under Authorization, enters this redirect address as the callback URL.</source>
        <translation>Tragen Sie Client-ID und Geheimnis der Atlassian-App (OAuth 2.0) ein, die Ihre Firma dafür benutzt. Wer sie verwaltet, findet beides in Atlassians Entwicklerkonsole unter Settings und trägt dort unter Authorization diese Rückleitungsadresse als Callback URL ein.</translation>
    </message>
    <message>
        <source>&amp;Open the developer console…</source>
        <translation>&amp;Entwicklerkonsole öffnen …</translation>
    </message>
    <message>
        <source>Fairlead signs in as you, with an API token that you make at Atlassian. The token stays on this computer, sealed with a key in your keychain.</source>
        <translation>Fairlead meldet sich als Sie an, mit einem API-Token, das Sie bei Atlassian erstellen. Das Token bleibt auf diesem Computer, versiegelt mit einem Schlüssel in Ihrem Schlüsselbund.</translation>
    </message>
    <message>
        <source>API &amp;token:</source>
        <translation>API-&amp;Token:</translation>
    </message>
    <message>
        <source>&amp;Make a token at Atlassian…</source>
        <translation>&amp;Token bei Atlassian erstellen …</translation>
    </message>
    <message>
        <source>Sign in on Atlassian&apos;s page and allow access to your site. This window goes on by itself.</source>
        <translation>Melden Sie sich auf der Seite von Atlassian an und erlauben Sie den Zugriff auf Ihre Site. Dieses Fenster geht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>You sign in on Notion&apos;s own page and choose the pages that Fairlead may see. It then stays signed in by itself.</source>
        <translation>Sie melden sich auf der Seite von Notion an und wählen die Seiten, die Fairlead sehen darf. Danach bleibt es von selbst angemeldet.</translation>
    </message>
    <message>
        <source>You sign in on Notion&apos;s own page and choose the pages that Fairlead may see. It then stays signed in by itself. This goes through a public integration, entered once.</source>
        <translation>Sie melden sich auf der Seite von Notion an und wählen die Seiten, die Fairlead sehen darf. Danach bleibt es von selbst angemeldet. Das geht über eine öffentliche Integration, die einmal eingetragen wird.</translation>
    </message>
    <message>
        <source>&amp;Enter the integration…</source>
        <translation>Integration &amp;eintragen …</translation>
    </message>
    <message>
        <source>C&amp;hange the integration…</source>
        <translation>Integration ä&amp;ndern …</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>You paste the token of an internal integration, which sees the pages that are shared with it, or a personal access token, which sees what you see.</source>
        <translation>Sie fügen das Token einer internen Integration ein, die die mit ihr geteilten Seiten sieht, oder ein persönliches Zugriffstoken, das sieht, was Sie sehen.</translation>
    </message>
    <message>
        <source>Use a &amp;token…</source>
        <translation>Ein &amp;Token benutzen …</translation>
    </message>
    <message>
        <source>Enter the OAuth client ID and secret of a public integration. Whoever manages it finds them on Notion&apos;s page of integrations, under Configuration, and there enters this redirect address as a redirect URI.</source>
        <translation>Tragen Sie die OAuth-Client-ID und das Geheimnis einer öffentlichen Integration ein. Wer sie verwaltet, findet beides auf Notions Seite der Integrationen unter Configuration und trägt dort diese Rückleitungsadresse als Redirect URI ein.</translation>
    </message>
    <message>
        <source>&amp;Open Notion&apos;s integrations…</source>
        <translation>Notions Integrationen &amp;öffnen …</translation>
    </message>
    <message>
        <source>Paste the secret of an internal integration or a personal access token. It stays on this computer, sealed with a key in your keychain. An integration sees a page when you add it there, in the page&apos;s menu under Connections.</source>
        <translation>Fügen Sie das Geheimnis einer internen Integration oder ein persönliches Zugriffstoken ein. Es bleibt auf diesem Computer, versiegelt mit einem Schlüssel in Ihrem Schlüsselbund. Eine Integration sieht eine Seite, wenn Sie sie dort hinzufügen, im Menü der Seite unter Verbindungen.</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>&amp;Make a token at Notion…</source>
        <translation>&amp;Token bei Notion erstellen …</translation>
    </message>
    <message>
        <source>Sign in on Notion&apos;s page and choose the pages. This window goes on by itself.</source>
        <translation>Melden Sie sich auf der Seite von Notion an und wählen Sie die Seiten. Dieses Fenster geht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>Enter the address of your OpenProject and an API token, which you make there under My account, Access tokens. The token stays on this computer, sealed with a key in your keychain.</source>
        <translation>Tragen Sie die Adresse Ihres OpenProject und ein API-Token ein, das Sie dort unter Mein Konto, Zugangstokens erstellen. Das Token bleibt auf diesem Computer, versiegelt mit einem Schlüssel in Ihrem Schlüsselbund.</translation>
    </message>
    <message>
        <source>&amp;How to make a token…</source>
        <translation>&amp;Wie man ein Token erstellt …</translation>
    </message>
    <message>
        <source>Paste a personal token with the scopes org:read, project:read and event:write. It stays on this computer, sealed with a key in your keychain. Change the address only if your company runs a Sentry of its own.</source>
        <translation>Fügen Sie ein persönliches Token mit den Scopes org:read, project:read und event:write ein. Es bleibt auf diesem Computer, versiegelt mit einem Schlüssel in Ihrem Schlüsselbund. Ändern Sie die Adresse nur, wenn Ihre Firma ein eigenes Sentry betreibt.</translation>
    </message>
    <message>
        <source>&amp;Make a token at Sentry…</source>
        <translation>&amp;Token bei Sentry erstellen …</translation>
    </message>
    <message>
        <source>Paste your API token, which Todoist shows under Settings, Integrations, Developer. It stays on this computer, sealed with a key in your keychain.</source>
        <translation>Fügen Sie Ihr API-Token ein, das Todoist unter Einstellungen, Integrationen, Entwickler zeigt. Es bleibt auf diesem Computer, versiegelt mit einem Schlüssel in Ihrem Schlüsselbund.</translation>
    </message>
    <message>
        <source>&amp;Open Todoist&apos;s settings…</source>
        <translation>Todoists Einstellungen &amp;öffnen …</translation>
    </message>
    <message>
        <source>It works, but can see no page yet. Share a page with it in Notion, in the page&apos;s menu under Connections.</source>
        <translation>Es funktioniert, sieht aber noch keine Seite. Teilen Sie in Notion eine Seite mit ihr, im Menü der Seite unter Verbindungen.</translation>
    </message>
    <message>
        <source>It works, but this account can see no project yet.</source>
        <translation>Es funktioniert, aber dieses Konto sieht noch kein Projekt.</translation>
    </message>
    <message>
        <source>It can see %1 pages, here are %2:</source>
        <extracomment>%1 and %2 are numbers.</extracomment>
        <translation>Es kann %1 Seiten sehen, hier sind %2:</translation>
    </message>
    <message>
        <source>It can see %1 projects, here are %2:</source>
        <translation>Es kann %1 Projekte sehen, hier sind %2:</translation>
    </message>
    <message>
        <source>It can see these pages:</source>
        <translation>Es kann diese Seiten sehen:</translation>
    </message>
    <message>
        <source>It can see these projects:</source>
        <translation>Es kann diese Projekte sehen:</translation>
    </message>
    <message>
        <source>Pages that it can see: %1.</source>
        <extracomment>%1 is a number.</extracomment>
        <translation>Sichtbare Seiten: %1.</translation>
    </message>
    <message>
        <source>Projects that it can see: %1.</source>
        <translation>Sichtbare Projekte: %1.</translation>
    </message>
    <message>
        <source>It works, but offers no tool yet.</source>
        <translation>Es geht, bietet aber noch kein Werkzeug an.</translation>
    </message>
    <message>
        <source>It offers %1 tools, here are %2:</source>
        <extracomment>%1 and %2 are numbers.</extracomment>
        <translation>Angeboten werden %1 Werkzeuge, hier sind %2:</translation>
    </message>
    <message>
        <source>It offers these tools:</source>
        <translation>Angeboten werden diese Werkzeuge:</translation>
    </message>
    <message>
        <source>Tools in use: %1.</source>
        <extracomment>%1 is a number.</extracomment>
        <translation>Werkzeuge in Gebrauch: %1.</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>den Server</translation>
    </message>
    <message>
        <source>Sign in there, and allow what the server asks for. Then come back here.</source>
        <translation>Melden Sie sich dort an und erlauben Sie, worum der Server bittet. Kommen Sie dann hierher zurück.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::SettingsForm</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::SettingsPage</name>
    <message>
        <source>Restart &amp;now</source>
        <translation>&amp;Jetzt neu starten</translation>
    </message>
    <message>
        <source>Some changes take effect when Fairlead starts again.</source>
        <translation>Einige Änderungen gelten erst, wenn Fairlead neu startet.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Start Fairlead when I log in</source>
        <translation>Fairlead beim Anmelden &amp;starten</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>Clients reach Fairlead on this port of 127.0.0.1 only. With 0 it takes a free one at each start.</source>
        <translation>Programme erreichen Fairlead auf diesem Port von 127.0.0.1 und sonst nirgends. Mit 0 nimmt es bei jedem Start einen freien.</translation>
    </message>
    <message>
        <source>Accept &amp;keys in addresses (?api_key=…)</source>
        <translation>Schlüssel &amp;in Adressen annehmen (?api_key=…)</translation>
    </message>
    <message>
        <source>For clients that cannot send headers. Addresses end up in logs and histories, so headers are safer.</source>
        <translation>Für Programme, die keine Kopfzeilen senden können. Adressen landen in Protokollen und Verläufen, darum sind Kopfzeilen sicherer.</translation>
    </message>
    <message>
        <source>Approved folders</source>
        <translation>Freigegebene Ordner</translation>
    </message>
    <message>
        <source>AI tools may upload files from these folders and all below them, and save files there.</source>
        <translation>KI-Werkzeuge dürfen Dateien aus diesen Ordnern und allem darunter hochladen und dort Dateien speichern.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Pro&amp;xy:</source>
        <translation>Pro&amp;xy:</translation>
    </message>
    <message>
        <source>For the way to Jira, Notion and other services.</source>
        <translation>Für den Weg zu Jira, Notion und anderen Diensten.</translation>
    </message>
    <message>
        <source>An address looks like http://proxy.example:3128 or socks5://proxy.example:1080, without name and password.</source>
        <translation>Eine Adresse sieht so aus: http://proxy.example:3128 oder socks5://proxy.example:1080, ohne Name und Passwort.</translation>
    </message>
    <message>
        <source>&amp;Certificates:</source>
        <translation>&amp;Zertifikate:</translation>
    </message>
    <message>
        <source>A PEM file with further certificate authorities to trust, such as your company&apos;s.</source>
        <translation>Eine PEM-Datei mit weiteren Zertifizierungsstellen, denen vertraut wird, etwa denen Ihrer Firma.</translation>
    </message>
    <message>
        <source>There is no such file. Give the whole path, or leave the field empty.</source>
        <translation>Diese Datei gibt es nicht. Geben Sie den ganzen Pfad an, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Requests per minute and key:</source>
        <translation>Anfragen je Minute und Schlüssel:</translation>
    </message>
    <message>
        <source>A client that sends more is asked to wait.</source>
        <translation>Ein Programm, das mehr sendet, wird gebeten zu warten.</translation>
    </message>
    <message>
        <source>Calls at once per key:</source>
        <translation>Gleichzeitige Aufrufe je Schlüssel:</translation>
    </message>
    <message>
        <source>Further calls are refused until one of these has ended.</source>
        <translation>Weitere Aufrufe werden abgelehnt, bis einer von diesen beendet ist.</translation>
    </message>
    <message>
        <source>Bytes of one answer:</source>
        <translation>Bytes einer Antwort:</translation>
    </message>
    <message>
        <source>Longer answers come in parts, so that they do not fill a model&apos;s memory.</source>
        <translation>Längere Antworten kommen in Teilen, damit sie das Gedächtnis eines Modells nicht füllen.</translation>
    </message>
    <message>
        <source>Connections:</source>
        <translation>Verbindungen:</translation>
    </message>
    <message>
        <source>Of all clients together.</source>
        <translation>Von allen Programmen zusammen.</translation>
    </message>
    <message>
        <source>Open streams:</source>
        <translation>Offene Streams:</translation>
    </message>
    <message>
        <source>Of all clients together; each running client keeps one open.</source>
        <translation>Von allen Programmen zusammen; jedes laufende Programm hält einen offen.</translation>
    </message>
    <message>
        <source>Open streams per key:</source>
        <translation>Offene Streams je Schlüssel:</translation>
    </message>
    <message>
        <source>Wrong keys per minute:</source>
        <translation>Falsche Schlüssel je Minute:</translation>
    </message>
    <message>
        <source>After so many, wrong keys are refused without a look for a while.</source>
        <translation>Nach so vielen werden falsche Schlüssel eine Weile ungesehen abgelehnt.</translation>
    </message>
    <message>
        <source>Data and log</source>
        <translation>Daten und Protokoll</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Data folder:</source>
        <translation>Datenordner:</translation>
    </message>
    <message>
        <source>Everything Fairlead keeps: database, settings and log. To keep it elsewhere, start Fairlead with --data-dir.</source>
        <translation>Alles, was Fairlead aufbewahrt: Datenbank, Einstellungen und Protokoll. Um es anderswo aufzubewahren, starten Sie Fairlead mit --data-dir.</translation>
    </message>
    <message>
        <source>Backup:</source>
        <translation>Sicherung:</translation>
    </message>
    <message>
        <source>&amp;Log:</source>
        <translation>Pro&amp;tokoll:</translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>Nur Probleme</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Everything, to find a fault</source>
        <translation>Alles, um einen Fehler zu finden</translation>
    </message>
    <message>
        <source>Takes effect at once. Keys and tokens are never written to the log.</source>
        <translation>Gilt sofort. Schlüssel und Tokens werden nie ins Protokoll geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>Si&amp;chern …</translation>
    </message>
    <message>
        <source>Res&amp;tore…</source>
        <translation>&amp;Wiederherstellen …</translation>
    </message>
    <message>
        <source>The backup is in %1.</source>
        <extracomment>%1 is the path of a file.</extracomment>
        <translation>Die Sicherung ist in %1.</translation>
    </message>
    <message>
        <source>Restore Fairlead from a backup</source>
        <translation>Fairlead aus einer Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program, or only the administrator may use it. Choose another.</source>
        <translation>Port %1 wird von einem anderen Programm benutzt, oder nur der Administrator darf ihn benutzen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>No program of this desktop shows folders. The data folder is %1.</source>
        <translation>Kein Programm dieses Desktops zeigt Ordner an. Der Datenordner ist %1.</translation>
    </message>
    <message>
        <source>One file with connections, keys and settings. The master key that opens your sign-ins is in it only if you want that, under a passphrase.</source>
        <translation>Eine Datei mit Verbindungen, Schlüsseln und Einstellungen. Der Hauptschlüssel, der Ihre Anmeldungen öffnet, ist nur darin, wenn Sie das möchten, mit einer Passphrase.</translation>
    </message>
    <message>
        <source>&amp;Arguments of calls:</source>
        <translation>&amp;Argumente der Aufrufe:</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Their names only</source>
        <translation>Nur ihre Namen</translation>
    </message>
    <message>
        <source>All of them, secrets masked</source>
        <translation>Alle, Geheimnisse verdeckt</translation>
    </message>
    <message>
        <source>What the page Activity keeps of what a program asks for; from the next call on.</source>
        <translation>Was die Seite Aktivität von dem aufbewahrt, worum ein Programm bittet; ab dem nächsten Aufruf.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::SignInCheck</name>
    <message>
        <source>A site&apos;s address has no spaces.</source>
        <translation>Die Adresse einer Site hat keine Leerzeichen.</translation>
    </message>
    <message>
        <source>Write the site&apos;s address, for example %1.</source>
        <extracomment>%1 is the address of a web site.</extracomment>
        <translation>Schreiben Sie die Adresse der Site, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>The site&apos;s address starts with https://.</source>
        <translation>Die Adresse der Site beginnt mit https://.</translation>
    </message>
    <message>
        <source>Leave user name and password out of the address.</source>
        <translation>Lassen Sie Benutzername und Passwort aus der Adresse weg.</translation>
    </message>
    <message>
        <source>Use https:// – a token is sent over http only to this computer.</source>
        <translation>Benutzen Sie https:// – über http wird ein Token nur an diesen Computer gesendet.</translation>
    </message>
    <message>
        <source>Write it whole, for example %1.atlassian.net.</source>
        <translation>Schreiben Sie sie ganz, zum Beispiel %1.atlassian.net.</translation>
    </message>
    <message>
        <source>Write the e-mail address that you sign in to Atlassian with.</source>
        <translation>Schreiben Sie die E-Mail-Adresse, mit der Sie sich bei Atlassian anmelden.</translation>
    </message>
    <message>
        <source>Paste an API token.</source>
        <translation>Fügen Sie ein API-Token ein.</translation>
    </message>
    <message>
        <source>A token has no spaces. Copy it again, and only the token.</source>
        <translation>Ein Token hat keine Leerzeichen. Kopieren Sie es noch einmal, und nur das Token.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::SignInChoice</name>
    <message>
        <source>Sign in in the browser</source>
        <translation>Im Browser anmelden</translation>
    </message>
    <message>
        <source>&amp;Sign in in the browser</source>
        <translation>&amp;Im Browser anmelden</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::SiteChoiceView</name>
    <message>
        <source>Which sites should Fairlead use?</source>
        <translation>Welche Sites soll Fairlead benutzen?</translation>
    </message>
    <message>
        <source>This sign-in opens several. You can connect others later.</source>
        <translation>Diese Anmeldung öffnet mehrere. Sie können andere später verbinden.</translation>
    </message>
    <message>
        <source>%1 (connected already)</source>
        <extracomment>%1 is the name of a site.</extracomment>
        <translation>%1 (bereits verbunden)</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::StartProblemWindow</name>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Quit Fairlead</source>
        <translation>Fairlead &amp;beenden</translation>
    </message>
    <message>
        <source>Fairlead is not serving</source>
        <translation>Fairlead ist nicht in Betrieb</translation>
    </message>
    <message>
        <source>Data folder: %1</source>
        <extracomment>%1 is the path of a folder.</extracomment>
        <translation>Datenordner: %1</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::StepStrip</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>%1 (skipped)</source>
        <translation>%1 (übersprungen)</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::Texts</name>
    <message>
        <source>In force</source>
        <extracomment>State of a key: it works.</extracomment>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Lesen und schreiben</translation>
    </message>
    <message>
        <source>Read, write and delete</source>
        <translation>Lesen, schreiben und löschen</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>Scoped API token</source>
        <extracomment>An API token that was limited to certain scopes when it was made.</extracomment>
        <translation>Eingeschränktes API-Token</translation>
    </message>
    <message>
        <source>Browser sign-in</source>
        <translation>Anmeldung im Browser</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Gerade eben</translation>
    </message>
    <message>
        <source>A minute ago</source>
        <translation>Vor einer Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>Vor %n Minute</numerusform>
            <numerusform>Vor %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Today, %1</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation>Heute, %1</translation>
    </message>
    <message numerus="yes">
        <source>The service asked for a pause: requests wait for %n more second(s).</source>
        <translation>
            <numerusform>Der Dienst bat um eine Pause: Anfragen warten noch %n Sekunde.</numerusform>
            <numerusform>Der Dienst bat um eine Pause: Anfragen warten noch %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests at once are free, %3 a minute.</source>
        <extracomment>&quot;97 of 100 requests at once are free, 3,000 a minute.&quot;</extracomment>
        <translation>%1 von %2 Anfragen auf einmal sind frei, %3 in der Minute.</translation>
    </message>
    <message>
        <source>directly</source>
        <extracomment>A right of a key: to call services past the tools.</extracomment>
        <translation>direkt</translation>
    </message>
    <message>
        <source>leases</source>
        <extracomment>A right of a key: to hold credentials for a time.</extracomment>
        <translation>Leihen</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::TokenForm</name>
    <message>
        <source>&amp;Site:</source>
        <translation>&amp;Site:</translation>
    </message>
    <message>
        <source>&amp;E-mail:</source>
        <translation>&amp;E-Mail:</translation>
    </message>
    <message>
        <source>you@company.com</source>
        <translation>sie@firma.example</translation>
    </message>
    <message>
        <source>Paste the token here</source>
        <translation>Fügen Sie hier das Token ein</translation>
    </message>
    <message>
        <source>Opens %1 in your browser</source>
        <extracomment>%1 is the name of a web server.</extracomment>
        <translation>Öffnet %1 in Ihrem Browser</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::TokenSignIn</name>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Es wird auf eine Antwort gewartet</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <extracomment>%1 is the address of a site or the name of a service.</extracomment>
        <translation>%1 wird gefragt …</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ToolsetsDialog</name>
    <message>
        <source>&amp;All of them, those of later versions too</source>
        <translation>&amp;Alle, auch die späterer Versionen</translation>
    </message>
    <message>
        <source>Toolsets of “%1”</source>
        <extracomment>%1 is the name of a key.</extracomment>
        <translation>Werkzeuggruppen von „%1“</translation>
    </message>
    <message>
        <source>Toolsets</source>
        <translation>Werkzeuggruppen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>A program with this key always sees the everyday tools. Each toolset more gives its model more to choose from, and more to read: switch on what you use.</source>
        <translation>Ein Programm mit diesem Schlüssel sieht immer die Werkzeuge für jeden Tag. Jede weitere Gruppe gibt seinem Modell mehr zur Auswahl und mehr zu lesen: Schalten Sie ein, was Sie benutzen.</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::TrayMenu</name>
    <message>
        <source>No client has called yet</source>
        <translation>Noch hat kein Programm gefragt</translation>
    </message>
    <message>
        <source>Connect &amp;Jira…</source>
        <translation>&amp;Jira verbinden …</translation>
    </message>
    <message>
        <source>Connect &amp;Notion…</source>
        <translation>&amp;Notion verbinden …</translation>
    </message>
    <message>
        <source>&amp;Add to client</source>
        <extracomment>The menu of the tray icon: opens a list of programs such as Cursor.</extracomment>
        <translation>Zu &amp;Programm hinzufügen</translation>
    </message>
    <message>
        <source>Clients and &amp;keys…</source>
        <translation>Programme und &amp;Schlüssel …</translation>
    </message>
    <message>
        <source>Open &amp;Fairlead</source>
        <translation>Fairlead &amp;öffnen</translation>
    </message>
    <message>
        <source>Start at &amp;login</source>
        <translation>Beim An&amp;melden starten</translation>
    </message>
    <message>
        <source>&amp;Quit Fairlead</source>
        <translation>Fairlead &amp;beenden</translation>
    </message>
    <message>
        <source>&amp;Copy address (%1)</source>
        <extracomment>%1 is an address such as http://127.0.0.1:8080.</extracomment>
        <translation>Adresse &amp;kopieren (%1)</translation>
    </message>
    <message>
        <source>&amp;Resume Fairlead</source>
        <translation>Fairlead &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause Fairlead</source>
        <translation>Fairlead &amp;anhalten</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::UndoAsking</name>
    <message>
        <source>nothing</source>
        <extracomment>What stands in a field that is empty.</extracomment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>A value in quotation marks.</extracomment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1: now %2, changed since the call; kept is %3</source>
        <translation>%1: jetzt %2, seit dem Aufruf geändert; aufbewahrt ist %3</translation>
    </message>
    <message>
        <source>%1: %2 becomes %3 again</source>
        <extracomment>%1 is a field (&quot;WEB-1 summary&quot;), %2 and %3 are values in quotation marks.</extracomment>
        <translation>%1: aus %2 wird wieder %3</translation>
    </message>
    <message>
        <source>Somebody has changed this since, or it is not known what came of the call. Undoing overwrites what is there now.</source>
        <translation>Das hat seither jemand geändert, oder es ist nicht bekannt, was aus dem Aufruf wurde. Rückgängig machen überschreibt, was jetzt da ist.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <extracomment>Below a list of fields.</extracomment>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is already as it was before.</source>
        <translation>Alles ist schon wieder wie zuvor.</translation>
    </message>
    <message>
        <source>Undo %1?</source>
        <extracomment>%1 is the name of a tool: &quot;jira_update_issue&quot;.</extracomment>
        <translation>%1 rückgängig machen?</translation>
    </message>
    <message>
        <source>&amp;Undo Anyway</source>
        <translation>&amp;Trotzdem rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig machen</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::UpstreamTexts</name>
    <message>
        <source>Connected (MCP %1). The last answer took %2 ms.</source>
        <extracomment>%1 is a version of the protocol, %2 a number of milliseconds.</extracomment>
        <translation>Verbunden (MCP %1). Die letzte Antwort dauerte %2 ms.</translation>
    </message>
    <message>
        <source>Connected (MCP %1).</source>
        <extracomment>%1 is a version of the protocol.</extracomment>
        <translation>Verbunden (MCP %1).</translation>
    </message>
    <message>
        <source>Not connected. Fairlead tries again at %1.</source>
        <extracomment>%1 is a time of day.</extracomment>
        <translation>Nicht verbunden. Fairlead versucht es um %1 wieder.</translation>
    </message>
    <message>
        <source>Not connected yet.</source>
        <translation>Noch nicht verbunden.</translation>
    </message>
    <message>
        <source>Tools in use: %1.</source>
        <extracomment>%1 is a number.</extracomment>
        <translation>Werkzeuge in Gebrauch: %1.</translation>
    </message>
    <message>
        <source>Tools hidden until you approve them: %1.</source>
        <extracomment>%1 is a number.</extracomment>
        <translation>Werkzeuge, die verborgen sind, bis Sie sie freigeben: %1.</translation>
    </message>
    <message>
        <source>In use</source>
        <extracomment>A tool that programs may or may not call.</extracomment>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>New, hidden</source>
        <translation>Neu, verborgen</translation>
    </message>
    <message>
        <source>Changed, hidden</source>
        <translation>Geändert, verborgen</translation>
    </message>
    <message>
        <source>Not offered any more</source>
        <translation>Nicht mehr angeboten</translation>
    </message>
    <message>
        <source>Reads</source>
        <extracomment>What a tool does.</extracomment>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Writes</source>
        <extracomment>What a tool does.</extracomment>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Deletes or overwrites</source>
        <extracomment>What a tool does.</extracomment>
        <translation>Löscht oder überschreibt</translation>
    </message>
    <message>
        <source>That is most of what this server takes: what goes beyond waits, or is refused with the time to wait.</source>
        <translation>Das ist das meiste von dem, was dieser Server annimmt: Was darüber hinausgeht, wartet oder wird mit der Wartezeit abgelehnt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 requests in %n minute(s) are used.</source>
        <extracomment>%1 of %2 requests; %n is the time in which the server takes that many.</extracomment>
        <translation>
            <numerusform>%1 von %2 Anfragen in %n Minute sind verbraucht.</numerusform>
            <numerusform>%1 von %2 Anfragen in %n Minuten sind verbraucht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fairlead::ui::UpstreamToolsModel</name>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What it does</source>
        <extracomment>Column: whether a tool reads, writes or deletes.</extracomment>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>%1 (as you said)</source>
        <extracomment>%1 is what a tool does; the person has said so, not Fairlead.</extracomment>
        <translation>%1 (nach Ihrer Angabe)</translation>
    </message>
</context>
</TS>
