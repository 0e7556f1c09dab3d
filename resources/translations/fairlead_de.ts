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
    <name>Page</name>
    <message>
        <source>en</source>
        <extracomment>The code of the language of these texts, as HTML has it: &quot;de&quot; for German.</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message>
        <source>%1 answers otherwise than it should.</source>
        <translation>%1 antwortet anders, als es sollte.</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2.</source>
        <translation>%1 lässt sich nicht starten: %2.</translation>
    </message>
    <message>
        <source>%1 has ended. %2</source>
        <translation>%1 hat sich beendet. %2</translation>
    </message>
    <message>
        <source>%1 was not ready in time.</source>
        <translation>%1 war nicht rechtzeitig bereit.</translation>
    </message>
    <message>
        <source>%1 cannot be removed (%2), so Fairlead still starts at login. Remove it by hand.</source>
        <translation>%1 lässt sich nicht entfernen (%2), deshalb startet Fairlead weiterhin bei der Anmeldung. Entfernen Sie es von Hand.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made, so Fairlead will not start at login. Check its permissions.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen, deshalb startet Fairlead nicht bei der Anmeldung. Prüfen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>The registry key %1 cannot be written, so nothing has changed. Ask whoever manages this computer.</source>
        <translation>In den Registrierungsschlüssel %1 lässt sich nicht schreiben, deshalb hat sich nichts geändert. Fragen Sie, wer diesen Computer verwaltet.</translation>
    </message>
    <message>
        <source>The lock file in the data folder cannot be made. Check that the folder is writable and the disk not full.</source>
        <translation>Die Sperrdatei im Datenordner lässt sich nicht anlegen. Prüfen Sie, ob der Ordner beschreibbar und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>nobody answered</source>
        <translation>niemand hat geantwortet</translation>
    </message>
    <message>
        <source>The file %1 that the setting %2 names %3</source>
        <translation>Die Datei %1, die die Einstellung %2 nennt, %3</translation>
    </message>
    <message>
        <source>The settings %1ClientId and %2 belong together: set both, or none.</source>
        <translation>Die Einstellungen %1ClientId und %2 gehören zusammen: Setzen Sie beide oder keine.</translation>
    </message>
    <message>
        <source>can be read by other users, so it is not used. Run &quot;chmod 600&quot; on it.</source>
        <translation>ist für andere Benutzer lesbar und wird deshalb nicht benutzt. Führen Sie „chmod 600“ dafür aus.</translation>
    </message>
    <message>
        <source>cannot be read. Check that it exists and belongs to you.</source>
        <translation>ist nicht lesbar. Prüfen Sie, ob sie da ist und Ihnen gehört.</translation>
    </message>
    <message>
        <source>does not hold a client secret.</source>
        <translation>enthält kein Client-Geheimnis.</translation>
    </message>
    <message>
        <source>It offers tools that are new or have changed.</source>
        <translation>Der Server bietet Werkzeuge an, die neu sind oder sich geändert haben.</translation>
    </message>
    <message>
        <source>%1 cannot be removed. Remove it by hand.</source>
        <translation>%1 lässt sich nicht entfernen. Entfernen Sie es von Hand.</translation>
    </message>
    <message>
        <source>The sample data cannot be used. %1 Try again.</source>
        <translation>Die Beispieldaten lassen sich nicht benutzen. %1 Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The sample data was cancelled.</source>
        <translation>Die Beispieldaten wurden abgebrochen.</translation>
    </message>
    <message>
        <source>A key has settings for at most %1 single tools.</source>
        <translation>Ein Schlüssel hat Einstellungen für höchstens %1 einzelne Werkzeuge.</translation>
    </message>
    <message>
        <source>“%1” cannot be a tool&apos;s name. See: fairleadctl tools list</source>
        <translation>„%1“ kann kein Werkzeug heißen. Siehe: fairleadctl tools list</translation>
    </message>
    <message>
        <source>A key&apos;s name has 1 to 100 visible characters on one line.</source>
        <translation>Der Name eines Schlüssels hat 1 bis 100 sichtbare Zeichen in einer Zeile.</translation>
    </message>
    <message>
        <source>A key is limited to at most 100 connections.</source>
        <translation>Ein Schlüssel ist auf höchstens 100 Verbindungen beschränkt.</translation>
    </message>
    <message>
        <source>A key must expire in the future. Choose a later time, or none.</source>
        <translation>Ein Schlüssel muss in der Zukunft ablaufen. Wählen Sie einen späteren Zeitpunkt oder keinen.</translation>
    </message>
    <message>
        <source>The key %1… has expired. Make a new one in Fairlead and put it into the client&apos;s configuration.</source>
        <translation>Der Schlüssel %1… ist abgelaufen. Erstellen Sie in Fairlead einen neuen und tragen Sie ihn in die Konfiguration des Programms ein.</translation>
    </message>
    <message>
        <source>The key %1… is not known here. Make a key in Fairlead and put it into the client&apos;s configuration.</source>
        <translation>Der Schlüssel %1… ist hier nicht bekannt. Erstellen Sie in Fairlead einen und tragen Sie ihn in die Konfiguration des Programms ein.</translation>
    </message>
    <message>
        <source>The key %1… was revoked. Make a new one in Fairlead and put it into the client&apos;s configuration.</source>
        <translation>Der Schlüssel %1… wurde widerrufen. Erstellen Sie in Fairlead einen neuen und tragen Sie ihn in die Konfiguration des Programms ein.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is revoked for good. Make a new one.</source>
        <translation>Der Schlüssel „%1“ ist endgültig widerrufen. Erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <source>There is no connection &quot;%1&quot;. List the connections to see their ids.</source>
        <translation>Es gibt keine Verbindung „%1“. Lassen Sie sich die Verbindungen auflisten, um ihre Kennungen zu sehen.</translation>
    </message>
    <message>
        <source>There is no such key. List the keys to see their ids.</source>
        <translation>Diesen Schlüssel gibt es nicht. Lassen Sie sich die Schlüssel auflisten, um ihre Kennungen zu sehen.</translation>
    </message>
    <message>
        <source>There is no such user on this computer.</source>
        <translation>Diesen Benutzer gibt es auf diesem Computer nicht.</translation>
    </message>
    <message>
        <source>This is not a Fairlead key: one is &quot;mcp_&quot; and 64 digits. Make a key in Fairlead and put it into the client&apos;s configuration.</source>
        <translation>Das ist kein Schlüssel von Fairlead: Einer besteht aus „mcp_“ und 64 Ziffern. Erstellen Sie in Fairlead einen Schlüssel und tragen Sie ihn in die Konfiguration des Programms ein.</translation>
    </message>
    <message>
        <source>A user&apos;s e-mail has at most 254 characters.</source>
        <translation>Die E-Mail-Adresse eines Benutzers hat höchstens 254 Zeichen.</translation>
    </message>
    <message>
        <source>A user&apos;s name has 1 to 100 visible characters on one line.</source>
        <translation>Der Name eines Benutzers hat 1 bis 100 sichtbare Zeichen in einer Zeile.</translation>
    </message>
    <message>
        <source>There is a user named &quot;%1&quot; already. Choose another name.</source>
        <translation>Es gibt schon einen Benutzer namens „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Row %1 is missing.</source>
        <translation>Zeile %1 fehlt.</translation>
    </message>
    <message>
        <source>Row %1 is not the one that was written last.</source>
        <translation>Zeile %1 ist nicht die, die zuletzt geschrieben wurde.</translation>
    </message>
    <message>
        <source>Row %1 was changed after it was written.</source>
        <translation>Zeile %1 wurde nach dem Schreiben geändert.</translation>
    </message>
    <message>
        <source>Row %1 was not written by Fairlead.</source>
        <translation>Zeile %1 wurde nicht von Fairlead geschrieben.</translation>
    </message>
    <message>
        <source>%1 calls before this are not in the log, because it could not be written.</source>
        <translation>%1 Aufrufe davor stehen nicht im Protokoll, weil es sich nicht schreiben ließ.</translation>
    </message>
    <message>
        <source>Nobody waits for it any more.</source>
        <translation>Niemand wartet mehr darauf.</translation>
    </message>
    <message>
        <source>%1 could not be read (%2), so no backup was made. Correct its permissions, then try again.</source>
        <translation>%1 ließ sich nicht lesen (%2), deshalb wurde keine Sicherung angelegt. Berichtigen Sie die Rechte, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is in Fairlead&apos;s own data folder, where a backup could replace what is in use. Choose another folder.</source>
        <translation>%1 liegt in Fairleads eigenem Datenordner, wo eine Sicherung ersetzen könnte, was in Gebrauch ist. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>A backup or a restore is under way. Wait for its end, then try again.</source>
        <translation>Eine Sicherung oder Wiederherstellung läuft gerade. Warten Sie ihr Ende ab, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It was cancelled, and nothing has changed.</source>
        <translation>Abgebrochen; es hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>The master key in this backup is not the one of its sign-ins. Restore it without the passphrase.</source>
        <translation>Der Hauptschlüssel in dieser Sicherung ist nicht der ihrer Anmeldungen. Stellen Sie sie ohne die Passphrase wieder her.</translation>
    </message>
    <message>
        <source>The restore could not move %1. Correct the permissions of its folder and start Fairlead again: it goes on where it stopped.</source>
        <translation>Die Wiederherstellung konnte %1 nicht verschieben. Berichtigen Sie die Rechte des Ordners und starten Sie Fairlead neu: Es macht weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>%1 could not be written (%2). Make room on the disk or correct the permissions of its folder, then try again.</source>
        <translation>%1 ließ sich nicht schreiben (%2). Schaffen Sie Platz auf dem Datenträger oder berichtigen Sie die Rechte des Ordners, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>%1 could not be read (%2). Correct its permissions, then try again.</source>
        <translation>%1 ließ sich nicht lesen (%2). Berichtigen Sie die Rechte, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be read to its end (%2). Try again.</source>
        <translation>%1 ließ sich nicht bis zum Ende lesen (%2). Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be removed. Correct the permissions of its folder, then try again.</source>
        <translation>%1 ließ sich nicht entfernen. Berichtigen Sie die Rechte des Ordners, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 has been changed in the meantime. Look at it again, then repeat this.</source>
        <translation>%1 wurde inzwischen geändert. Sehen Sie es sich noch einmal an, dann wiederholen Sie das.</translation>
    </message>
    <message>
        <source>%1 has been changed since, so this cannot be undone.%2 “Remove” takes out only Fairlead&apos;s entry.</source>
        <translation>%1 wurde seither geändert, deshalb lässt sich das nicht rückgängig machen.%2 „Entfernen“ nimmt nur den Eintrag von Fairlead heraus.</translation>
    </message>
    <message>
        <source>%1 is a link to a file that does not exist. Remove the link, or make the file, then try again.</source>
        <translation>%1 ist eine Verknüpfung zu einer Datei, die es nicht gibt. Entfernen Sie die Verknüpfung oder legen Sie die Datei an, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is behind a link to %2, outside of your home folder. Fairlead does not write there: add the entry yourself.</source>
        <translation>%1 liegt hinter einer Verknüpfung zu %2, außerhalb Ihres persönlichen Ordners. Dort schreibt Fairlead nicht: Tragen Sie es selbst ein.</translation>
    </message>
    <message>
        <source>%1 is no file that Fairlead can read.</source>
        <translation>%1 ist keine Datei, die Fairlead lesen kann.</translation>
    </message>
    <message>
        <source>%1 may only be read. Make it writable, or add the entry yourself.</source>
        <translation>%1 darf nur gelesen werden. Machen Sie die Datei beschreibbar oder tragen Sie es selbst ein.</translation>
    </message>
    <message>
        <source>No copy of %1 could be made beside it, so it was left as it is. Make room on the disk or correct the permissions of its folder, then try again.</source>
        <translation>Neben %1 ließ sich keine Kopie anlegen, deshalb blieb die Datei, wie sie ist. Schaffen Sie Platz auf dem Datenträger oder berichtigen Sie die Rechte des Ordners, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The copy %1 is gone, so this cannot be undone. “Remove” takes out Fairlead&apos;s entry.</source>
        <translation>Die Kopie %1 ist nicht mehr da, deshalb lässt sich das nicht rückgängig machen. „Entfernen“ nimmt den Eintrag von Fairlead heraus.</translation>
    </message>
    <message>
        <source>The copy %1 is not what Fairlead put there, so this cannot be undone. “Remove” takes out Fairlead&apos;s entry.</source>
        <translation>Die Kopie %1 ist nicht, was Fairlead dort abgelegt hat, deshalb lässt sich das nicht rückgängig machen. „Entfernen“ nimmt den Eintrag von Fairlead heraus.</translation>
    </message>
    <message>
        <source>The folder %1 could not be made. Correct the permissions of the folder above it, then try again.</source>
        <translation>Der Ordner %1 ließ sich nicht anlegen. Berichtigen Sie die Rechte des Ordners darüber, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What it was before is in %1.</source>
        <translation>Was vorher darin stand, ist in %1.</translation>
    </message>
    <message>
        <source>%1 does not know Fairlead yet. Add Fairlead to it.</source>
        <translation>%1 kennt Fairlead noch nicht. Fügen Sie Fairlead dort hinzu.</translation>
    </message>
    <message>
        <source>%1 has an address where Fairlead is not any more; it is %2 now. Update the entry.</source>
        <translation>%1 hat eine Adresse, wo Fairlead nicht mehr ist; jetzt ist es %2. Aktualisieren Sie den Eintrag.</translation>
    </message>
    <message>
        <source>%1 has been changed since it was shown. Look at it again, then repeat this.</source>
        <translation>%1 wurde geändert, seit Sie es gesehen haben. Sehen Sie es sich noch einmal an, dann wiederholen Sie das.</translation>
    </message>
    <message>
        <source>%1 has no entry for Fairlead in %2.</source>
        <translation>%1 hat in %2 keinen Eintrag für Fairlead.</translation>
    </message>
    <message>
        <source>%1 is a link; the file behind it is changed, %2.</source>
        <translation>%1 ist eine Verknüpfung; geändert wird die Datei dahinter, %2.</translation>
    </message>
    <message>
        <source>%1 is connected; it last called at %2.</source>
        <translation>%1 ist verbunden; der letzte Aufruf war um %2.</translation>
    </message>
    <message>
        <source>%1 is refused: its key is not valid. Update the entry to give it a new one. (%2)</source>
        <translation>%1 wird abgewiesen: Sein Schlüssel ist ungültig. Aktualisieren Sie den Eintrag, um ihm einen neuen zu geben. (%2)</translation>
    </message>
    <message>
        <source>%1 is set up and has not called yet. Restart it if it does not show Fairlead.</source>
        <translation>%1 ist eingerichtet und hat noch nicht gefragt. Starten Sie es neu, falls es Fairlead nicht zeigt.</translation>
    </message>
    <message>
        <source>%1 keeps its servers where no other program can add one. Make a key, copy the configuration and paste it there (Settings, Tools, AI Assistant, MCP).</source>
        <translation>%1 verwahrt seine Server, wo kein anderes Programm einen hinzufügen kann. Erstellen Sie einen Schlüssel, kopieren Sie die Konfiguration und fügen Sie sie dort ein (Settings, Tools, AI Assistant, MCP).</translation>
    </message>
    <message>
        <source>%1 of %2 cannot be changed safely: %3. Add the entry yourself.</source>
        <translation>%1 von %2 lässt sich nicht sicher ändern: %3. Tragen Sie es selbst ein.</translation>
    </message>
    <message>
        <source>%1 of %2 cannot be understood: %3. Fairlead leaves it alone; correct it, then try again.</source>
        <translation>%1 von %2 ist nicht verständlich: %3. Fairlead lässt die Datei in Ruhe; berichtigen Sie sie, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 takes no link that adds Fairlead. Add Fairlead to its configuration instead.</source>
        <translation>%1 nimmt keinen Link, der Fairlead hinzufügt. Fügen Sie Fairlead stattdessen der Konfiguration hinzu.</translation>
    </message>
    <message>
        <source>%1 was not found on this computer.</source>
        <translation>%1 wurde auf diesem Computer nicht gefunden.</translation>
    </message>
    <message>
        <source>Fairlead is in the configuration of %1 already. Remove it there first, or every tool is there twice.</source>
        <translation>Fairlead steht schon in der Konfiguration von %1. Entfernen Sie es dort zuerst, sonst ist jedes Werkzeug zweimal da.</translation>
    </message>
    <message>
        <source>Fairlead is switched off in %1. Switch it on there.</source>
        <translation>Fairlead ist in %1 ausgeschaltet. Schalten Sie es dort ein.</translation>
    </message>
    <message>
        <source>Other users of this computer may read %1, and with it the key.</source>
        <translation>Andere Benutzer dieses Computers können %1 lesen, und damit den Schlüssel.</translation>
    </message>
    <message>
        <source>The entry “fairlead” of %1 in %2 was changed by hand. Update it to make it Fairlead&apos;s again, or leave it.</source>
        <translation>Der Eintrag „fairlead“ von %1 in %2 wurde von Hand geändert. Aktualisieren Sie ihn, damit er wieder der von Fairlead ist, oder lassen Sie ihn.</translation>
    </message>
    <message>
        <source>There is no change of %1 to undo.</source>
        <translation>Bei %1 gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is no extension for %1. Add Fairlead to it instead.</source>
        <translation>Für %1 gibt es keine Erweiterung. Fügen Sie Fairlead stattdessen dort hinzu.</translation>
    </message>
    <message>
        <source>There is no such client. List the clients to see their ids.</source>
        <translation>Dieses Programm gibt es nicht. Lassen Sie sich die Programme auflisten, um ihre Kennungen zu sehen.</translation>
    </message>
    <message>
        <source>it is a list or a single value</source>
        <translation>sie ist eine Liste oder ein einzelner Wert</translation>
    </message>
    <message>
        <source>it is written in an unusual way</source>
        <translation>sie ist ungewöhnlich geschrieben</translation>
    </message>
    <message>
        <source>it says the same thing twice</source>
        <translation>sie sagt dasselbe zweimal</translation>
    </message>
    <message>
        <source>“%1” in it is not what %2 expects there</source>
        <translation>„%1“ darin ist nicht, was %2 dort erwartet</translation>
    </message>
    <message>
        <source>its entry is no object</source>
        <translation>ihr Eintrag ist kein Objekt</translation>
    </message>
    <message>
        <source>line %1 is not JSON</source>
        <translation>Zeile %1 ist kein JSON</translation>
    </message>
    <message>
        <source>its entry is written in another way</source>
        <translation>ihr Eintrag ist anders geschrieben</translation>
    </message>
    <message>
        <source>line %1 is not TOML</source>
        <translation>Zeile %1 ist kein TOML</translation>
    </message>
    <message>
        <source>it is written on one line</source>
        <translation>sie steht in einer einzigen Zeile</translation>
    </message>
    <message>
        <source>it holds several YAML documents</source>
        <translation>sie enthält mehrere YAML-Dokumente</translation>
    </message>
    <message>
        <source>line %1 is not YAML that can be read</source>
        <translation>Zeile %1 ist kein lesbares YAML</translation>
    </message>
    <message>
        <source>A stored connection has the unknown property &quot;%1&quot;. It may come from a newer Fairlead; install the newest one.</source>
        <translation>Eine gespeicherte Verbindung hat die unbekannte Eigenschaft „%1“. Sie kommt vielleicht von einem neueren Fairlead; installieren Sie das neueste.</translation>
    </message>
    <message>
        <source>There is no such connection, and there was none.</source>
        <translation>Diese Verbindung gibt und gab es nicht.</translation>
    </message>
    <message>
        <source>There is no such connection. List the connections to see their ids.</source>
        <translation>Diese Verbindung gibt es nicht. Lassen Sie sich die Verbindungen auflisten, um ihre Kennungen zu sehen.</translation>
    </message>
    <message>
        <source>The sign-in on %1 has expired. Open Fairlead and click Reconnect on %1.</source>
        <translation>Die Anmeldung bei %1 ist abgelaufen. Öffnen Sie Fairlead und klicken Sie bei %1 auf „Neu verbinden“.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than the %2 MiB that Fairlead takes. Ask for less.</source>
        <translation>Die Antwort von %1 ist größer als die %2 MiB, die Fairlead annimmt. Fragen Sie nach weniger.</translation>
    </message>
    <message>
        <source>%1 did not take it: %2.</source>
        <translation>%1 hat es nicht angenommen: %2.</translation>
    </message>
    <message>
        <source>only a part of it has arrived</source>
        <translation>nur ein Teil davon ist angekommen</translation>
    </message>
    <message>
        <source>the server named %1 as the place for files, which is none of its own</source>
        <translation>der Server nannte %1 als Ort für Dateien, was keiner von seinen ist</translation>
    </message>
    <message>
        <source>the server wants files in a way that this Fairlead does not know</source>
        <translation>der Server will Dateien auf eine Weise, die dieses Fairlead nicht kennt</translation>
    </message>
    <message>
        <source>the upload ended with HTTP %1</source>
        <translation>das Hochladen endete mit HTTP %1</translation>
    </message>
    <message>
        <source>the upload&apos;s answer names no file</source>
        <translation>die Antwort auf das Hochladen nennt keine Datei</translation>
    </message>
    <message>
        <source>%1 lets people in only through the browser: connect it with --oauth. %2</source>
        <translation>%1 lässt Menschen nur über den Browser ein: Verbinden Sie es mit einer Anmeldung im Browser (--oauth). %2</translation>
    </message>
    <message>
        <source>%1 wants a token. Pass one with --token-stdin. %2</source>
        <translation>%1 will ein Token. Geben Sie eines an (--token-stdin). %2</translation>
    </message>
    <message>
        <source>%1 wants you to sign in: connect it with --oauth, or pass a token with --token-stdin.</source>
        <translation>%1 will, dass Sie sich anmelden: Verbinden Sie es mit einer Anmeldung im Browser (--oauth) oder mit einem Token (--token-stdin).</translation>
    </message>
    <message>
        <source>A server&apos;s name is one line of 1 to %1 characters.</source>
        <translation>Der Name eines Servers ist eine Zeile mit 1 bis %1 Zeichen.</translation>
    </message>
    <message>
        <source>An administrator of %1 has not allowed API tokens, or not for MCP. Ask the administrator to allow them, or sign in in the browser: connect it with --oauth.</source>
        <translation>Ein Administrator von %1 hat API-Token nicht erlaubt, oder nicht für MCP. Bitten Sie den Administrator, sie zu erlauben, oder melden Sie sich im Browser an (--oauth).</translation>
    </message>
    <message>
        <source>There are %1 servers of that name already. Pass another --name.</source>
        <translation>Es gibt schon %1 Server mit diesem Namen. Geben Sie einen anderen Namen an (--name).</translation>
    </message>
    <message>
        <source>What was entered is no token: it has spaces or characters that no token has. Copy it again.</source>
        <translation>Was eingegeben wurde, ist kein Token: Es hat Leerzeichen oder Zeichen, die kein Token hat. Kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 does not let this account in, although it allowed all that was asked for. Ask whoever manages it.</source>
        <translation>%1 lässt dieses Konto nicht ein, obwohl es alles Verlangte erlaubt hat. Fragen Sie, wer es verwaltet.</translation>
    </message>
    <message>
        <source>%1 does not take the sign-in that it has asked for itself (401). If that happens again, tell whoever runs it.</source>
        <translation>%1 nimmt die Anmeldung nicht an, die es selbst verlangt hat (401). Wenn das wieder geschieht, sagen Sie es dem, der es betreibt.</translation>
    </message>
    <message>
        <source>%1 lets Fairlead in without a sign-in. Connect it without --oauth.</source>
        <translation>%1 lässt Fairlead ohne Anmeldung ein. Verbinden Sie es ohne Anmeldung im Browser (--oauth).</translation>
    </message>
    <message>
        <source>%1 wants you to allow more: %2.</source>
        <translation>%1 will, dass Sie mehr erlauben: %2.</translation>
    </message>
    <message>
        <source>its definition is larger than 64 KiB</source>
        <translation>seine Beschreibung ist größer als 64 KiB</translation>
    </message>
    <message>
        <source>its input schema is none of an object</source>
        <translation>sein Eingabeschema ist keines eines Objekts</translation>
    </message>
    <message>
        <source>its name has hidden characters</source>
        <translation>sein Name hat verborgene Zeichen</translation>
    </message>
    <message>
        <source>its name is empty or longer than 128 characters</source>
        <translation>sein Name ist leer oder länger als 128 Zeichen</translation>
    </message>
    <message>
        <source>the server has more than 200 tools</source>
        <translation>der Server hat mehr als 200 Werkzeuge</translation>
    </message>
    <message>
        <source>there is another one with its name</source>
        <translation>es gibt ein anderes mit seinem Namen</translation>
    </message>
    <message>
        <source>The server has changed “%1” again in the meantime. Look at it once more.</source>
        <translation>Der Server hat „%1“ inzwischen noch einmal geändert. Sehen Sie es sich noch einmal an.</translation>
    </message>
    <message>
        <source>This server has no tool “%1”. List its tools to see what they are called.</source>
        <translation>Dieser Server hat kein Werkzeug „%1“. Lassen Sie sich seine Werkzeuge auflisten, um ihre Namen zu sehen.</translation>
    </message>
    <message>
        <source>%1 takes only apps that its makers know (%2). Ask whoever runs it for a client id, then: fairleadctl connect mcp --url %3 --oauth --client-id ID --client-secret-stdin; or connect with a token.</source>
        <translation>%1 nimmt nur Apps, die seine Hersteller kennen (%2). Bitten Sie den, der es betreibt, um eine Client-ID, dann: fairleadctl connect mcp --url %3 --oauth --client-id ID --client-secret-stdin; oder verbinden Sie es mit einem Token.</translation>
    </message>
    <message>
        <source>The sign-in page of %1 does not know Fairlead any more (%2).</source>
        <translation>Die Anmeldeseite von %1 kennt Fairlead nicht mehr (%2).</translation>
    </message>
    <message>
        <source>The sign-in page of %1 says that an administrator has to allow Fairlead, or addresses on this computer (%2).</source>
        <translation>Die Anmeldeseite von %1 sagt, dass ein Administrator Fairlead erlauben muss, oder Adressen auf diesem Computer (%2).</translation>
    </message>
    <message>
        <source>The sign-in page of %1 says that the browser may not come back to this computer (%2).</source>
        <translation>Die Anmeldeseite von %1 sagt, dass der Browser nicht zu diesem Computer zurückkommen darf (%2).</translation>
    </message>
    <message>
        <source>its schema has hidden characters</source>
        <translation>sein Schema hat verborgene Zeichen</translation>
    </message>
    <message>
        <source>its schema is nested more than 32 deep</source>
        <translation>sein Schema ist mehr als 32-fach verschachtelt</translation>
    </message>
    <message>
        <source>its schema refers to another document</source>
        <translation>sein Schema verweist auf ein anderes Dokument</translation>
    </message>
    <message>
        <source>%1 Whether it has done what was asked is not known.</source>
        <translation>%1 Ob getan ist, was verlangt war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 did not speak in MCP&apos;s form: %2</source>
        <translation>%1 hat nicht in der Form von MCP gesprochen: %2</translation>
    </message>
    <message>
        <source>%1 does not say where its messages go, as an MCP server does.</source>
        <translation>%1 sagt nicht, wohin seine Nachrichten gehen, wie es ein MCP-Server tut.</translation>
    </message>
    <message>
        <source>%1 has closed the connection.</source>
        <translation>%1 hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>%1 has ended the session.</source>
        <translation>%1 hat die Sitzung beendet.</translation>
    </message>
    <message>
        <source>%1 wants its messages sent to another host, which Fairlead does not do.</source>
        <translation>%1 will seine Nachrichten an einen anderen Host, was Fairlead nicht tut.</translation>
    </message>
    <message>
        <source>The connection was removed.</source>
        <translation>Die Verbindung wurde entfernt.</translation>
    </message>
    <message>
        <source>The request was given up.</source>
        <translation>Die Anfrage wurde aufgegeben.</translation>
    </message>
    <message>
        <source>%1 answered something else than what it was asked.</source>
        <translation>%1 hat auf etwas anderes geantwortet, als gefragt war.</translation>
    </message>
    <message>
        <source>%1 broke the connection before its answer was whole. Whether it has done what was asked is not known.</source>
        <translation>%1 hat die Verbindung abgebrochen, bevor die Antwort vollständig war. Ob getan ist, was verlangt war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 did not answer in MCP&apos;s form: %2</source>
        <translation>%1 hat nicht in der Form von MCP geantwortet: %2</translation>
    </message>
    <message>
        <source>%1 says nothing of its own accord.</source>
        <translation>%1 sagt nichts von sich aus.</translation>
    </message>
    <message>
        <source>%1 lists its tools without an end, so Fairlead offers none of them.</source>
        <translation>%1 listet seine Werkzeuge ohne Ende auf, deshalb bietet Fairlead keines davon an.</translation>
    </message>
    <message>
        <source>%1 wants to ask something before it answers, which is not possible with this client.</source>
        <translation>%1 will vor der Antwort etwas fragen, was mit diesem Programm nicht geht.</translation>
    </message>
    <message>
        <source>Too many questions.</source>
        <translation>Zu viele Fragen.</translation>
    </message>
    <message>
        <source>%1 asks again and again instead of answering.</source>
        <translation>%1 fragt immer wieder, statt zu antworten.</translation>
    </message>
    <message>
        <source>%1 does not answer as a server of 2024-11-05.</source>
        <translation>%1 antwortet nicht wie ein Server von 2024-11-05.</translation>
    </message>
    <message>
        <source>%1 does not greet Fairlead as an MCP server does (%2)%3. Check the address.</source>
        <translation>%1 begrüßt Fairlead nicht, wie es ein MCP-Server tut (%2)%3. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>%1 gave the session a name that MCP does not allow.</source>
        <translation>%1 gab der Sitzung einen Namen, den MCP nicht erlaubt.</translation>
    </message>
    <message>
        <source>%1 proposes a revision of MCP that this Fairlead does not know. Update Fairlead.</source>
        <translation>%1 schlägt eine Fassung von MCP vor, die dieses Fairlead nicht kennt. Aktualisieren Sie Fairlead.</translation>
    </message>
    <message>
        <source>%1 speaks no revision of MCP that this Fairlead knows. Update Fairlead, or ask whoever runs that server.</source>
        <translation>%1 spricht keine Fassung von MCP, die dieses Fairlead kennt. Aktualisieren Sie Fairlead, oder fragen Sie, wer diesen Server betreibt.</translation>
    </message>
    <message>
        <source>%1 has had too many requests (429) and wants none for now</source>
        <translation>%1 hatte zu viele Anfragen (429) und will vorerst keine</translation>
    </message>
    <message>
        <source>%1 takes %2 requests %3, and they are used up</source>
        <translation>%1 nimmt %2 Anfragen %3, und die sind verbraucht</translation>
    </message>
    <message>
        <source>%1, so nothing was done. Try again in %2.</source>
        <translation>%1, deshalb wurde nichts getan. Versuchen Sie es wieder in %2.</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>in %1 seconds</source>
        <translation>in %1 Sekunden</translation>
    </message>
    <message>
        <source>%1 asked for something, and %2, so that nobody was asked.</source>
        <translation>%1 hat etwas gefragt, und %2, sodass niemand gefragt wurde.</translation>
    </message>
    <message>
        <source>Fairlead does not know that kind of question</source>
        <translation>Fairlead kennt diese Art von Frage nicht</translation>
    </message>
    <message>
        <source>its form has other fields than texts, numbers and choices</source>
        <translation>sein Formular hat andere Felder als Texte, Zahlen und Auswahlen</translation>
    </message>
    <message>
        <source>its form is larger than 32 KiB</source>
        <translation>sein Formular ist größer als 32 KiB</translation>
    </message>
    <message>
        <source>the page that it names is no plain https address</source>
        <translation>die Seite, die es nennt, ist keine einfache https-Adresse</translation>
    </message>
    <message>
        <source>%1 wants you to allow more for this: %2. Open Fairlead, click Reconnect on %1 and allow it.</source>
        <translation>%1 will, dass Sie dafür mehr erlauben: %2. Öffnen Sie Fairlead, klicken Sie bei %1 auf „Neu verbinden“ und erlauben Sie es.</translation>
    </message>
    <message>
        <source>%1 wants you to sign in. Open Fairlead and click Reconnect on %1.</source>
        <translation>%1 will, dass Sie sich anmelden. Öffnen Sie Fairlead und klicken Sie bei %1 auf „Neu verbinden“.</translation>
    </message>
    <message>
        <source>%1 answered %2, which is no answer of an MCP server. Check the address.</source>
        <translation>%1 hat %2 geantwortet, was keine Antwort eines MCP-Servers ist. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>%1 does not accept the token, or wants one and has none (401). Create a new token there and connect it again.</source>
        <translation>%1 nimmt das Token nicht an, oder will eines und hat keines (401). Erstellen Sie dort ein neues Token und verbinden Sie es neu.</translation>
    </message>
    <message>
        <source>%1 does not allow this (403). Ask whoever manages it what the token may do.</source>
        <translation>%1 erlaubt das nicht (403). Fragen Sie, wer es verwaltet, was das Token darf.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own (%2). Try again later.</source>
        <translation>%1 hat einen eigenen Fehler (%2). Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 has had too many requests (429), so nothing was done. Try again %2.</source>
        <translation>%1 hatte zu viele Anfragen (429), deshalb wurde nichts getan. Versuchen Sie es noch einmal %2.</translation>
    </message>
    <message>
        <source>%1 sends callers on to %2, which Fairlead does not follow. If you trust that address, connect it instead.</source>
        <translation>%1 schickt Anrufer weiter zu %2, wohin Fairlead nicht folgt. Wenn Sie dieser Adresse trauen, verbinden Sie stattdessen sie.</translation>
    </message>
    <message>
        <source>another address</source>
        <translation>einer anderen Adresse</translation>
    </message>
    <message>
        <source>in a while</source>
        <translation>nach einer Weile</translation>
    </message>
    <message>
        <source>There is no such MCP server. List the connections to see their ids.</source>
        <translation>Diesen MCP-Server gibt es nicht. Lassen Sie sich die Verbindungen auflisten, um ihre Kennungen zu sehen.</translation>
    </message>
    <message>
        <source>Port %1 on %2 cannot be opened: %3. Choose another port with --port N or in the settings.</source>
        <translation>Port %1 auf %2 lässt sich nicht öffnen: %3. Wählen Sie mit --port N oder in den Einstellungen einen anderen Port.</translation>
    </message>
    <message>
        <source>Port %1 on %2 is in use by another program. Close that program, or choose another port with --port N or in the settings.</source>
        <translation>Port %1 auf %2 wird von einem anderen Programm benutzt. Beenden Sie dieses Programm, oder wählen Sie mit --port N oder in den Einstellungen einen anderen Port.</translation>
    </message>
    <message>
        <source>A lease lasts %1 to %2 seconds: “ttl” is %3.</source>
        <translation>Eine Leihe dauert %1 bis %2 Sekunden: „ttl“ ist %3.</translation>
    </message>
    <message>
        <source>There are %1 leases of this key already. Give back those that are not needed.</source>
        <translation>Es gibt schon %1 Leihen dieses Schlüssels. Geben Sie zurück, was nicht gebraucht wird.</translation>
    </message>
    <message>
        <source>There is no lease “%1” of this key. Take a new one.</source>
        <translation>Dieser Schlüssel hat keine Leihe „%1“. Nehmen Sie eine neue.</translation>
    </message>
    <message>
        <source>This lease is over: %1. Take a new one.</source>
        <translation>Diese Leihe ist vorbei: %1. Nehmen Sie eine neue.</translation>
    </message>
    <message>
        <source>This lease is over: expired. Take a new one.</source>
        <translation>Diese Leihe ist vorbei: abgelaufen. Nehmen Sie eine neue.</translation>
    </message>
    <message>
        <source>This lease was renewed %1 times, which is the most. Take a new one.</source>
        <translation>Diese Leihe wurde %1-mal verlängert, öfter geht es nicht. Nehmen Sie eine neue.</translation>
    </message>
    <message>
        <source>a connection of it was removed</source>
        <translation>eine Verbindung davon wurde entfernt</translation>
    </message>
    <message>
        <source>its key has ended</source>
        <translation>ihr Schlüssel gilt nicht mehr</translation>
    </message>
    <message>
        <source>its key may lease no more</source>
        <translation>ihr Schlüssel darf nichts mehr leihen</translation>
    </message>
    <message>
        <source>The value of a credential must be a text of 1 to %1 bytes.</source>
        <translation>Der Wert von Zugangsdaten muss ein Text von 1 bis %1 Bytes sein.</translation>
    </message>
    <message>
        <source>There are %1 credentials already. Remove those that are not needed.</source>
        <translation>Es gibt schon %1 Zugangsdaten. Entfernen Sie, was nicht gebraucht wird.</translation>
    </message>
    <message>
        <source>There is no credential “%1”. Keep one by: fairleadctl connect credential NAME</source>
        <translation>Es gibt keine Zugangsdaten „%1“. Hinterlegen Sie welche mit: fairleadctl connect credential NAME</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a credential: it begins with a small letter and has small letters, digits, - and _ only, at most 40, such as openai.</source>
        <translation>„%1“ kann kein Name von Zugangsdaten sein: Er beginnt mit einem kleinen Buchstaben und hat nur kleine Buchstaben, Ziffern, - und _, höchstens 40, wie openai.</translation>
    </message>
    <message>
        <source>Nothing was sent, because the library libcurl could not be loaded. Install it (on Debian and Ubuntu the package libcurl4) and try again.</source>
        <translation>Nichts wurde gesendet, weil sich die Bibliothek libcurl nicht laden ließ. Installieren Sie sie (unter Debian und Ubuntu das Paket libcurl4) und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was sent, because the library libcurl is too old: Fairlead needs 7.87 or newer. Update it and try again.</source>
        <translation>Nichts wurde gesendet, weil die Bibliothek libcurl zu alt ist: Fairlead braucht 7.87 oder neuer. Aktualisieren Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 answered %2 instead of an event stream.</source>
        <translation>%1 hat %2 statt eines Ereignisstroms geantwortet.</translation>
    </message>
    <message>
        <source>%1 closed the event stream.</source>
        <translation>%1 hat den Ereignisstrom geschlossen.</translation>
    </message>
    <message>
        <source>%1 does not allow this (403).</source>
        <translation>%1 erlaubt das nicht (403).</translation>
    </message>
    <message>
        <source>%1 refused the credential (401).</source>
        <translation>%1 hat die Zugangsdaten abgelehnt (401).</translation>
    </message>
    <message>
        <source>An event of %1 is too large.</source>
        <translation>Ein Ereignis von %1 ist zu groß.</translation>
    </message>
    <message>
        <source>No event came from %1 in time.</source>
        <translation>Von %1 kam nicht rechtzeitig ein Ereignis.</translation>
    </message>
    <message>
        <source>The event stream was closed.</source>
        <translation>Der Ereignisstrom wurde geschlossen.</translation>
    </message>
    <message>
        <source>%1 Try again in %2 seconds.</source>
        <translation>%1 Versuchen Sie es in %2 Sekunden noch einmal.</translation>
    </message>
    <message>
        <source>%1 has asked this connection to wait, so the call was not sent.</source>
        <translation>%1 hat diese Verbindung um eine Pause gebeten, deshalb wurde der Aufruf nicht gesendet.</translation>
    </message>
    <message>
        <source>So many calls to %1 wait already that this one was not sent.</source>
        <translation>Es warten schon so viele Aufrufe an %1, dass dieser nicht gesendet wurde.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Too many requests to %1 are under way; this one was not sent. Try again when they are done.</source>
        <translation>Zu viele Anfragen an %1 sind unterwegs; diese wurde nicht gesendet. Versuchen Sie es noch einmal, wenn sie erledigt sind.</translation>
    </message>
    <message>
        <source>A server named %1 as the next address, which is on this computer or in a network of its own and not in the internet. Fairlead asks nothing there on another&apos;s word, so nothing was sent.</source>
        <translation>Ein Server nannte als nächste Adresse %1, die auf diesem Computer oder in einem eigenen Netz liegt und nicht im Internet. Dort fragt Fairlead nicht auf das Wort eines anderen hin, deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Fairlead talks to %1 only over https; %2:// was refused.</source>
        <translation>Fairlead spricht mit %1 nur über https; %2:// wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The address for %1 carries a user name or password; Fairlead does not send those in an address.</source>
        <translation>Die Adresse für %1 enthält einen Benutzernamen oder ein Passwort; so etwas sendet Fairlead nicht in einer Adresse.</translation>
    </message>
    <message>
        <source>The address of the request is not a valid URL.</source>
        <translation>Die Adresse der Anfrage ist keine gültige URL.</translation>
    </message>
    <message>
        <source>The request to %1 has a header name that is not allowed.</source>
        <translation>Die Anfrage an %1 hat einen Kopfzeilennamen, der nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>The request to %1 has a malformed method.</source>
        <translation>Die Anfrage an %1 hat eine fehlerhafte Methode.</translation>
    </message>
    <message>
        <source>The value of header %1 in the request to %2 is too long or has control characters.</source>
        <translation>Der Wert der Kopfzeile %1 in der Anfrage an %2 ist zu lang oder hat Steuerzeichen.</translation>
    </message>
    <message>
        <source>%1 could not be reached (%2). Check the network and try again.</source>
        <translation>%1 war nicht erreichbar (%2). Prüfen Sie das Netzwerk und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be reached within %2. Check the network and try again.</source>
        <translation>%1 war innerhalb von %2 nicht erreichbar. Prüfen Sie das Netzwerk und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2.</source>
        <translation>%1 hat innerhalb von %2 nicht geantwortet.</translation>
    </message>
    <message>
        <source>%1 refused the connection. Check the address and the network.</source>
        <translation>%1 hat die Verbindung abgelehnt. Prüfen Sie die Adresse und das Netzwerk.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made (%2), so nothing was sent.</source>
        <translation>Mit %1 kam keine sichere Verbindung zustande (%2), deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MiB and was not read.</source>
        <translation>Die Antwort von %1 ist größer als %2 MiB und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted (%2), so nothing was sent. Check the address and the computer&apos;s clock; behind a company proxy, add its certificate.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut (%2), deshalb wurde nichts gesendet. Prüfen Sie die Adresse und die Uhr des Computers; hinter einem Firmenproxy fügen Sie dessen Zertifikat hinzu.</translation>
    </message>
    <message>
        <source>The connection to %1 broke before its answer was complete, or the answer could not be read. Try again.</source>
        <translation>Die Verbindung mit %1 brach ab, bevor die Antwort vollständig war, oder die Antwort war nicht lesbar. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The name %1 was not found. Check the address and the network.</source>
        <translation>Der Name %1 wurde nicht gefunden. Prüfen Sie die Adresse und das Netzwerk.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy did not let the request to %1 through. Check the computer&apos;s proxy settings.</source>
        <translation>Der Proxy des Netzwerks hat die Anfrage an %1 nicht durchgelassen. Prüfen Sie die Proxy-Einstellungen des Computers.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>The sign-in address of %1 is not a web page that can be opened safely, so it was not opened.</source>
        <translation>Die Anmeldeadresse von %1 ist keine Webseite, die sich sicher öffnen lässt, deshalb wurde sie nicht geöffnet.</translation>
    </message>
    <message>
        <source>An OAuth app is set up for this service already.</source>
        <translation>Für diesen Dienst ist schon eine OAuth-App eingerichtet.</translation>
    </message>
    <message>
        <source>Fairlead is not registered with this service.</source>
        <translation>Fairlead ist bei diesem Dienst nicht registriert.</translation>
    </message>
    <message>
        <source>No OAuth app is set up for this service yet. Enter its client id and client secret first.</source>
        <translation>Für diesen Dienst ist noch keine OAuth-App eingerichtet. Tragen Sie zuerst ihre Client-ID und ihr Geheimnis ein.</translation>
    </message>
    <message>
        <source>That is not a client id. Copy it from the settings of the OAuth app.</source>
        <translation>Das ist keine Client-ID. Kopieren Sie sie aus den Einstellungen der OAuth-App.</translation>
    </message>
    <message>
        <source>The OAuth app that this sign-in was made with is not set up any more. Set it up again, or sign in with the one in use.</source>
        <translation>Die OAuth-App, mit der diese Anmeldung gemacht wurde, ist nicht mehr eingerichtet. Richten Sie sie wieder ein, oder melden Sie sich mit der jetzigen an.</translation>
    </message>
    <message>
        <source>What was entered is not a client secret: it is too long, or has spaces or characters that no secret has. Copy it again.</source>
        <translation>Was eingegeben wurde, ist kein Client-Geheimnis: Es ist zu lang oder hat Leerzeichen oder Zeichen, die kein Geheimnis hat. Kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not say where to sign in (%2). Try again later.</source>
        <translation>%1 konnte nicht sagen, wo man sich anmeldet (%2). Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 wants a sign-in and does not say where. Tell whoever runs it.</source>
        <translation>%1 will eine Anmeldung und sagt nicht, wo. Sagen Sie es dem, der es betreibt.</translation>
    </message>
    <message>
        <source>The server names “%1” as its sign-in server, which is no address of one. Tell whoever runs that server.</source>
        <translation>Der Server nennt „%1“ als seinen Anmeldeserver, was keine Adresse eines solchen ist. Sagen Sie es dem, der diesen Server betreibt.</translation>
    </message>
    <message>
        <source>The sign-in server %1 does not describe itself, so Fairlead cannot sign in there. Tell whoever runs it.</source>
        <translation>Der Anmeldeserver %1 beschreibt sich nicht, deshalb kann sich Fairlead dort nicht anmelden. Sagen Sie es dem, der ihn betreibt.</translation>
    </message>
    <message>
        <source>its sign-in server</source>
        <translation>seinen Anmeldeserver</translation>
    </message>
    <message>
        <source>the place that says where to sign in</source>
        <translation>den Ort, der sagt, wo man sich anmeldet</translation>
    </message>
    <message>
        <source>The server names “%1” as %2, which is no address that Fairlead can use safely, so nothing was sent there. Tell whoever runs that server.</source>
        <translation>Der Server nennt „%1“ als %2, was keine Adresse ist, die Fairlead sicher benutzen kann, deshalb wurde dorthin nichts gesendet. Sagen Sie es dem, der diesen Server betreibt.</translation>
    </message>
    <message>
        <source>The sign-in has ended. Open Fairlead and click Reconnect.</source>
        <translation>Die Anmeldung gilt nicht mehr. Öffnen Sie Fairlead und klicken Sie auf „Neu verbinden“.</translation>
    </message>
    <message>
        <source>There is no sign-in in the browser for “%1”.</source>
        <translation>Für „%1“ gibt es keine Anmeldung im Browser.</translation>
    </message>
    <message>
        <source>This sign-in was removed. Connect again.</source>
        <translation>Diese Anmeldung wurde entfernt. Verbinden Sie neu.</translation>
    </message>
    <message>
        <source>%1 does not say where to sign in.</source>
        <translation>%1 sagt nicht, wo man sich anmeldet.</translation>
    </message>
    <message>
        <source>%1 says that the sign-in is for “%2”, which is another server. Fairlead does not sign in: the token could be used there. Check the address.</source>
        <translation>%1 sagt, dass die Anmeldung für „%2“ ist, einen anderen Server. Fairlead meldet sich nicht an: Das Token ließe sich dort benutzen. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>%1 wants a sign-in and names nobody to sign in with. Tell whoever runs it.</source>
        <translation>%1 will eine Anmeldung und nennt niemanden, bei dem man sich anmeldet. Sagen Sie es dem, der es betreibt.</translation>
    </message>
    <message>
        <source>The sign-in could not be renewed in time. Try again.</source>
        <translation>Die Anmeldung ließ sich nicht rechtzeitig erneuern. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not register Fairlead just now (%2). Try again later.</source>
        <translation>%1 konnte Fairlead gerade nicht registrieren (%2). Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 does not let Fairlead register itself (%2).</source>
        <translation>%1 lässt Fairlead sich nicht selbst registrieren (%2).</translation>
    </message>
    <message>
        <source>%1 does not take the address on this computer that the browser has to come back to (%2). Ask whoever runs it to allow http://127.0.0.1 with any port.</source>
        <translation>%1 nimmt die Adresse auf diesem Computer nicht an, zu der der Browser zurückkommen muss (%2). Bitten Sie den, der es betreibt, http://127.0.0.1 mit jedem Port zu erlauben.</translation>
    </message>
    <message>
        <source>%1 registered Fairlead with a client id or secret that cannot be used. Tell whoever runs it.</source>
        <translation>%1 hat Fairlead mit einer Client-ID oder einem Geheimnis registriert, die sich nicht benutzen lassen. Sagen Sie es dem, der es betreibt.</translation>
    </message>
    <message>
        <source>%1 does not describe itself.</source>
        <translation>%1 beschreibt sich nicht.</translation>
    </message>
    <message>
        <source>The sign-in server %1 calls itself “%2”. Fairlead does not sign in there: one server may be posing as another. Tell whoever runs it.</source>
        <translation>Der Anmeldeserver %1 nennt sich „%2“. Fairlead meldet sich dort nicht an: Ein Server gibt sich vielleicht als ein anderer aus. Sagen Sie es dem, der ihn betreibt.</translation>
    </message>
    <message>
        <source>The sign-in server %1 does not say that it protects the sign-in against being caught on its way (PKCE with S256), so Fairlead does not begin one. Tell whoever runs it.</source>
        <translation>Der Anmeldeserver %1 sagt nicht, dass er die Anmeldung davor schützt, unterwegs abgefangen zu werden (PKCE mit S256), deshalb beginnt Fairlead keine. Sagen Sie es dem, der ihn betreibt.</translation>
    </message>
    <message>
        <source>The sign-in server %1 has no sign-in in the browser. Ask for a token there and connect with it.</source>
        <translation>Der Anmeldeserver %1 hat keine Anmeldung im Browser. Bitten Sie dort um ein Token und verbinden Sie damit.</translation>
    </message>
    <message>
        <source>its sign-in page</source>
        <translation>seine Anmeldeseite</translation>
    </message>
    <message>
        <source>the place for tokens</source>
        <translation>den Ort für Token</translation>
    </message>
    <message>
        <source>the place to register</source>
        <translation>den Ort zum Registrieren</translation>
    </message>
    <message>
        <source>the place to sign out</source>
        <translation>den Ort zum Abmelden</translation>
    </message>
    <message>
        <source>%1 answered the sign-in with something that Fairlead cannot use: %2.</source>
        <translation>%1 hat auf die Anmeldung mit etwas geantwortet, das Fairlead nicht benutzen kann: %2.</translation>
    </message>
    <message>
        <source>%1 could not answer the sign-in (%2). Try again.</source>
        <translation>%1 konnte auf die Anmeldung nicht antworten (%2). Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 does not accept this sign-in any more (%2).</source>
        <translation>%1 nimmt diese Anmeldung nicht mehr an (%2).</translation>
    </message>
    <message>
        <source>%1 does not know the OAuth app&apos;s client id, or its secret is wrong (%2).</source>
        <translation>%1 kennt die Client-ID der OAuth-App nicht, oder ihr Geheimnis ist falsch (%2).</translation>
    </message>
    <message>
        <source>%1 refused the sign-in (%2).</source>
        <translation>%1 hat die Anmeldung abgelehnt (%2).</translation>
    </message>
    <message>
        <source>%1 takes no more sign-in requests just now. Try again later.</source>
        <translation>%1 nimmt gerade keine weiteren Anmeldungen an. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>a refresh token with forbidden characters</source>
        <translation>ein Erneuerungstoken mit verbotenen Zeichen</translation>
    </message>
    <message>
        <source>a token that is no bearer token</source>
        <translation>ein Token, das kein Bearer-Token ist</translation>
    </message>
    <message>
        <source>no JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>no access token, or one with forbidden characters</source>
        <translation>kein Zugriffstoken, oder eines mit verbotenen Zeichen</translation>
    </message>
    <message>
        <source>%1 did not revoke the sign-in (%2).</source>
        <translation>%1 hat die Anmeldung nicht widerrufen (%2).</translation>
    </message>
    <message>
        <source>The stored sign-in is damaged and cannot be used. Connect again.</source>
        <translation>Die gespeicherte Anmeldung ist beschädigt und lässt sich nicht benutzen. Verbinden Sie neu.</translation>
    </message>
    <message>
        <source>%1 does not exist. Approved folders: %2.</source>
        <translation>%1 gibt es nicht. Freigegebene Ordner: %2.</translation>
    </message>
    <message>
        <source>%1 folders are approved already. Remove one of them first.</source>
        <translation>Es sind schon %1 Ordner freigegeben. Entfernen Sie zuerst einen davon.</translation>
    </message>
    <message>
        <source>%1 has %2 files named %3 already. Save to another folder.</source>
        <translation>In %1 gibt es schon %2 Dateien namens %3. Speichern Sie in einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 has %2; the most is %3.</source>
        <translation>%1 hat %2; das Höchste ist %3.</translation>
    </message>
    <message>
        <source>%1 holds too much to be opened to AI tools: keys and passwords of other programs, or Fairlead&apos;s own data. Approve a folder for just the files that they may have.</source>
        <translation>%1 enthält zu viel, um es KI-Werkzeugen zu öffnen: Schlüssel und Passwörter anderer Programme oder Fairleads eigene Daten. Geben Sie einen Ordner nur mit den Dateien frei, die sie haben dürfen.</translation>
    </message>
    <message>
        <source>%1 is not a folder. Give a folder to save in.</source>
        <translation>%1 ist kein Ordner. Nennen Sie einen Ordner, in den gespeichert wird.</translation>
    </message>
    <message>
        <source>%1 is not an approved folder.</source>
        <translation>%1 ist kein freigegebener Ordner.</translation>
    </message>
    <message>
        <source>%1 is not in a folder that is approved for uploads and downloads. Approved: %2. %3</source>
        <translation>%1 liegt in keinem Ordner, der für Hoch- und Herunterladen freigegeben ist. Freigegeben: %2. %3</translation>
    </message>
    <message>
        <source>No folder is approved for uploads and downloads. %1</source>
        <translation>Kein Ordner ist für Hoch- und Herunterladen freigegeben. %1</translation>
    </message>
    <message>
        <source>The file has %1; the most that is saved is %2.</source>
        <translation>Die Datei hat %1; gespeichert wird höchstens %2.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>To approve one, the user runs: fairleadctl folders add DIR</source>
        <translation>Um einen freizugeben, führt der Benutzer aus: fairleadctl folders add DIR</translation>
    </message>
    <message>
        <source>“%1” is no absolute path of a folder, such as /home/mia/Reports.</source>
        <translation>„%1“ ist kein vollständiger Pfad eines Ordners, wie /home/mia/Reports.</translation>
    </message>
    <message>
        <source>“%1” is no path. Give the absolute path of a file or folder.</source>
        <translation>„%1“ ist kein Pfad. Nennen Sie den vollständigen Pfad einer Datei oder eines Ordners.</translation>
    </message>
    <message>
        <source>%1 has no sign-in in the browser. Connect it with a token.</source>
        <translation>%1 hat keine Anmeldung im Browser. Verbinden Sie es mit einem Token.</translation>
    </message>
    <message>
        <source>Choose at least one site.</source>
        <translation>Wählen Sie mindestens eine Site.</translation>
    </message>
    <message>
        <source>It counts once. Go back to Fairlead to see how the sign-in went.</source>
        <translation>Sie zählt nur einmal. Kehren Sie zu Fairlead zurück, um zu sehen, wie die Anmeldung ausging.</translation>
    </message>
    <message>
        <source>There is no such sign-in. Start again.</source>
        <translation>Diese Anmeldung gibt es nicht. Fangen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>There is nothing to choose in this sign-in just now.</source>
        <translation>Bei dieser Anmeldung gibt es gerade nichts auszuwählen.</translation>
    </message>
    <message>
        <source>This sign-in is not known here: it is over, or Fairlead did not begin it. Go back to Fairlead and start again.</source>
        <translation>Diese Anmeldung ist hier nicht bekannt: Sie ist vorbei, oder Fairlead hat sie nicht begonnen. Kehren Sie zu Fairlead zurück und fangen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>Too many sign-ins were begun. Wait a few minutes, then start again.</source>
        <translation>Zu viele Anmeldungen wurden begonnen. Warten Sie ein paar Minuten, dann fangen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>“%1” is none of the sites of this sign-in; they are: %2.</source>
        <translation>„%1“ ist keine der Sites dieser Anmeldung; das sind: %2.</translation>
    </message>
    <message>
        <source>%1 is not connected. Open Fairlead and click Connect %1.</source>
        <translation>%1 ist nicht verbunden. Öffnen Sie Fairlead und klicken Sie auf „%1 verbinden“.</translation>
    </message>
    <message>
        <source>Several %1 connections fit: %2. Pass one of them as &quot;connection&quot;.</source>
        <translation>Mehrere Verbindungen (%1) passen: %2. Geben Sie eine davon als „connection“ an.</translation>
    </message>
    <message>
        <source>Several %1s are connected. Which is meant?</source>
        <translation>Es sind mehrere verbunden (%1). Welche ist gemeint?</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is limited to connections that are no longer there or are not %2. Make a new key in Fairlead and put it into the client&apos;s configuration.</source>
        <translation>Der Schlüssel „%1“ ist auf Verbindungen beschränkt, die es nicht mehr gibt oder die keine solchen sind: %2. Erstellen Sie in Fairlead einen neuen Schlüssel und tragen Sie ihn in die Konfiguration des Programms ein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a connected %2. Connected: %3.</source>
        <translation>„%1“ ist hier nicht verbunden (%2). Verbunden: %3.</translation>
    </message>
    <message>
        <source>The sign-in worked, but it does not open %1. Start again, and choose %1 there, with an account that has access to it.</source>
        <translation>Die Anmeldung hat geklappt, öffnet aber %1 nicht. Fangen Sie noch einmal an und wählen Sie dort %1, mit einem Konto, das Zugriff darauf hat.</translation>
    </message>
    <message>
        <source>Before trying again, look at its comments with jira_list_comments.</source>
        <translation>Sehen Sie sich vor einem neuen Versuch die Kommentare mit jira_list_comments an.</translation>
    </message>
    <message>
        <source>Before trying again, look for it with jira_search: project = %1 AND reporter = currentUser() ORDER BY created DESC.</source>
        <translation>Suchen Sie vor einem neuen Versuch mit jira_search danach: project = %1 AND reporter = currentUser() ORDER BY created DESC.</translation>
    </message>
    <message>
        <source>adding the comment to %1</source>
        <translation>das Hinzufügen des Kommentars zu %1</translation>
    </message>
    <message>
        <source>creating the issue</source>
        <translation>das Anlegen des Vorgangs</translation>
    </message>
    <message>
        <source>finding out whether the token may write</source>
        <translation>das Herausfinden, ob das Token schreiben darf</translation>
    </message>
    <message>
        <source>%1 has no field &quot;%2&quot;.%3</source>
        <translation>%1 hat kein Feld „%2“.%3</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
    <message>
        <source>Nobody on %1 is called &quot;%2&quot;, or you may not look people up there. Give the e-mail or the account id.</source>
        <translation>Niemand auf %1 heißt „%2“, oder Sie dürfen dort nicht nach Personen suchen. Geben Sie die E-Mail-Adresse oder die Kontokennung an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fits several people on %2: %3. Give the account id.</source>
        <translation>„%1“ passt auf mehrere Personen auf %2: %3. Geben Sie die Kontokennung an.</translation>
    </message>
    <message>
        <source>no list of fields</source>
        <translation>keine Liste von Feldern</translation>
    </message>
    <message>
        <source>%1 does not exist on %2 or you may not see it.</source>
        <translation>%1 gibt es auf %2 nicht, oder Sie dürfen es nicht sehen.</translation>
    </message>
    <message>
        <source>%1 gave an answer that is not Jira&apos;s (%2).</source>
        <translation>%1 hat eine Antwort gegeben, die nicht von Jira ist (%2).</translation>
    </message>
    <message>
        <source>%1 no longer offers this call (410). Update Fairlead.</source>
        <translation>%1 bietet diesen Aufruf nicht mehr an (410). Aktualisieren Sie Fairlead.</translation>
    </message>
    <message>
        <source>It is not known whether %1 on %2 took effect: %3 Fairlead did not repeat it. %4</source>
        <translation>Es ist nicht bekannt, ob dies auf %2 wirksam wurde: %1. %3 Fairlead hat es nicht wiederholt. %4</translation>
    </message>
    <message>
        <source>Jira at %1 found nothing (404)%2</source>
        <translation>Jira auf %1 hat nichts gefunden (404)%2</translation>
    </message>
    <message>
        <source>Jira at %1 has a problem of its own (%2).</source>
        <translation>Jira auf %1 hat ein eigenes Problem (%2).</translation>
    </message>
    <message>
        <source>Jira at %1 limits its calls (429). Try again in %2 seconds.</source>
        <translation>Jira auf %1 begrenzt seine Aufrufe (429). Versuchen Sie es in %2 Sekunden noch einmal.</translation>
    </message>
    <message>
        <source>Jira at %1 limits its calls (429). Wait a minute, then try again.</source>
        <translation>Jira auf %1 begrenzt seine Aufrufe (429). Warten Sie eine Minute, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Jira at %1 refused the request (%2) without saying why.</source>
        <translation>Jira auf %1 hat die Anfrage abgelehnt (%2), ohne zu sagen, warum.</translation>
    </message>
    <message>
        <source>Jira at %1 refused the request: %2</source>
        <translation>Jira auf %1 hat die Anfrage abgelehnt: %2</translation>
    </message>
    <message>
        <source>Jira at %1 wants to see a person after failed sign-ins (CAPTCHA). Sign in once at https://%1 in the browser, then try again.</source>
        <translation>Jira auf %1 will nach gescheiterten Anmeldungen einen Menschen sehen (CAPTCHA). Melden Sie sich einmal im Browser bei https://%1 an, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Jira sign-in for %1 is no longer accepted (401). Open Fairlead and click Reconnect on %1.</source>
        <translation>Die Jira-Anmeldung für %1 wird nicht mehr angenommen (401). Öffnen Sie Fairlead und klicken Sie bei %1 auf „Neu verbinden“.</translation>
    </message>
    <message>
        <source>The API token for %1 lacks a scope for this (%2). Make a token with it, open Fairlead and click Reconnect on %1.</source>
        <translation>Dem API-Token für %1 fehlt ein Scope dafür (%2). Erstellen Sie ein Token damit, öffnen Sie Fairlead und klicken Sie bei %1 auf „Neu verbinden“.</translation>
    </message>
    <message>
        <source>The text is too long for Jira at %1 (413). Shorten it or split it.</source>
        <translation>Der Text ist zu lang für Jira auf %1 (413). Kürzen oder teilen Sie ihn.</translation>
    </message>
    <message>
        <source>This account may not do that on %1 (403). Ask the site&apos;s administrator.</source>
        <translation>Dieses Konto darf das auf %1 nicht (403). Fragen Sie den Administrator der Site.</translation>
    </message>
    <message>
        <source>This account may not do that on %1 (403): %2</source>
        <translation>Dieses Konto darf das auf %1 nicht (403): %2</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the network.</source>
        <translation>Versuchen Sie es noch einmal; wenn es so bleibt, prüfen Sie das Netzwerk.</translation>
    </message>
    <message>
        <source>%1 does not answer like Jira Cloud. Check the address: open Jira in the browser and copy it from there.</source>
        <translation>%1 antwortet nicht wie Jira Cloud. Prüfen Sie die Adresse: Öffnen Sie Jira im Browser und kopieren Sie sie von dort.</translation>
    </message>
    <message>
        <source>Enter an API token. Make one at https://id.atlassian.com/manage-profile/security/api-tokens.</source>
        <translation>Geben Sie ein API-Token ein. Erstellen Sie eines auf https://id.atlassian.com/manage-profile/security/api-tokens.</translation>
    </message>
    <message>
        <source>Jira refused the e-mail or API token for %1 (401).</source>
        <translation>Jira hat die E-Mail-Adresse oder das API-Token für %1 abgelehnt (401).</translation>
    </message>
    <message>
        <source>Projects cannot be listed: %1</source>
        <translation>Projekte lassen sich nicht auflisten: %1</translation>
    </message>
    <message>
        <source>The %1 may only read: it lacks the scope write:jira-work.</source>
        <translation>Darf nur lesen (%1): Es fehlt der Scope write:jira-work.</translation>
    </message>
    <message>
        <source>The account can see no project on this site.</source>
        <translation>Das Konto kann auf dieser Site kein Projekt sehen.</translation>
    </message>
    <message>
        <source>The account may not assign issues.</source>
        <translation>Das Konto darf keine Vorgänge zuweisen.</translation>
    </message>
    <message>
        <source>The account may not comment on issues.</source>
        <translation>Das Konto darf Vorgänge nicht kommentieren.</translation>
    </message>
    <message>
        <source>The account may not create issues.</source>
        <translation>Das Konto darf keine Vorgänge anlegen.</translation>
    </message>
    <message>
        <source>The account may not edit issues.</source>
        <translation>Das Konto darf keine Vorgänge bearbeiten.</translation>
    </message>
    <message>
        <source>The account may not move issues to another status.</source>
        <translation>Das Konto darf den Status von Vorgängen nicht ändern.</translation>
    </message>
    <message>
        <source>What the account may do could not be read: %1</source>
        <translation>Was das Konto darf, ließ sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>What was entered is not an API token: it has spaces or characters that no token has. Copy it again.</source>
        <translation>Was eingegeben wurde, ist kein API-Token: Es hat Leerzeichen oder Zeichen, die kein Token hat. Kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an e-mail address. Enter the one you sign in to Atlassian with.</source>
        <translation>„%1“ ist keine E-Mail-Adresse. Geben Sie die ein, mit der Sie sich bei Atlassian anmelden.</translation>
    </message>
    <message>
        <source>%1 is not a Jira site. Open Jira in the browser and copy the address from there; it looks like company.atlassian.net.</source>
        <translation>%1 ist keine Jira-Site. Öffnen Sie Jira im Browser und kopieren Sie die Adresse von dort; sie sieht aus wie company.atlassian.net.</translation>
    </message>
    <message>
        <source>%1 is not reached on port %2. Enter the address without a port.</source>
        <translation>%1 ist nicht über Port %2 erreichbar. Geben Sie die Adresse ohne Port ein.</translation>
    </message>
    <message>
        <source>Enter the address of your Jira site, such as company.atlassian.net.</source>
        <translation>Geben Sie die Adresse Ihrer Jira-Site ein, zum Beispiel company.atlassian.net.</translation>
    </message>
    <message>
        <source>Fairlead sends an API token to %1 only over https. Enter https://%1.</source>
        <translation>Fairlead sendet ein API-Token nur über https an %1. Geben Sie https://%1 ein.</translation>
    </message>
    <message>
        <source>The site&apos;s address must not contain a user name, password or e-mail. Enter only the address, such as company.atlassian.net.</source>
        <translation>Die Adresse der Site darf weder Benutzernamen noch Passwort oder E-Mail-Adresse enthalten. Geben Sie nur die Adresse ein, zum Beispiel company.atlassian.net.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a web address. Enter your Jira site as https://company.atlassian.net.</source>
        <translation>„%1“ ist keine Webadresse. Geben Sie Ihre Jira-Site wie https://company.atlassian.net ein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole address. Did you mean %2.atlassian.net?</source>
        <translation>„%1“ ist keine vollständige Adresse. Meinten Sie %2.atlassian.net?</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address. Enter your Jira site as company.atlassian.net.</source>
        <translation>„%1“ ist keine Adresse. Geben Sie Ihre Jira-Site wie company.atlassian.net ein.</translation>
    </message>
    <message>
        <source>%1 could not be opened (%2).</source>
        <translation>%1 ließ sich nicht öffnen (%2).</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>%1 is a symbolic link or no folder, and nothing is written through one. Take it away, then try again.</source>
        <translation>%1 ist eine symbolische Verknüpfung oder kein Ordner, und durch so etwas wird nicht geschrieben. Nehmen Sie das weg, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is not a regular file. Give the path of a file.</source>
        <translation>%1 ist keine gewöhnliche Datei. Geben Sie den Pfad einer Datei an.</translation>
    </message>
    <message>
        <source>%1 was changed while it was being opened: a part of its path is a symbolic link now. Try again.</source>
        <translation>%1 wurde beim Öffnen geändert: Ein Teil des Pfads ist jetzt eine symbolische Verknüpfung. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The user that Fairlead runs as may not open %1 (%2).</source>
        <translation>Der Benutzer, unter dem Fairlead läuft, darf %1 nicht öffnen (%2).</translation>
    </message>
    <message>
        <source>Before trying again, look for it with notion_search and query: &quot;%1&quot;; a new page may take a minute to be found.</source>
        <translation>Suchen Sie vor einem neuen Versuch mit notion_search danach, query: „%1“; bis eine neue Seite gefunden wird, kann es eine Minute dauern.</translation>
    </message>
    <message>
        <source>Data source %1</source>
        <translation>Datenquelle %1</translation>
    </message>
    <message>
        <source>Page or database %1</source>
        <translation>Seite oder Datenbank %1</translation>
    </message>
    <message>
        <source>The parent</source>
        <translation>Das Übergeordnete</translation>
    </message>
    <message>
        <source>creating the page</source>
        <translation>das Anlegen der Seite</translation>
    </message>
    <message>
        <source>%1 does not exist in %2 or is not shared with the connection. To share it, open it in Notion and choose ••• → Connections.</source>
        <translation>%1 gibt es in %2 nicht, oder es ist nicht mit der Verbindung geteilt. Um es zu teilen, öffnen Sie es in Notion und wählen ••• → Verbindungen.</translation>
    </message>
    <message>
        <source>%1 found nothing (404): %2</source>
        <translation>%1 hat nichts gefunden (404): %2</translation>
    </message>
    <message>
        <source>%1 is overloaded (529).</source>
        <translation>%1 ist überlastet (529).</translation>
    </message>
    <message>
        <source>%1 limits its calls (429, %2).</source>
        <translation>%1 begrenzt seine Aufrufe (429, %2).</translation>
    </message>
    <message>
        <source>Notion refused the token (401). Copy it again, or make a new one.</source>
        <translation>Notion hat das Token abgelehnt (401). Kopieren Sie es noch einmal, oder erstellen Sie ein neues.</translation>
    </message>
    <message>
        <source>Notion sign-in has expired. Open Fairlead and click Reconnect on %1.</source>
        <translation>Die Notion-Anmeldung ist abgelaufen. Öffnen Sie Fairlead und klicken Sie bei %1 auf „Neu verbinden“.</translation>
    </message>
    <message>
        <source>Somebody changed the same thing in %1 at that moment (409), and nothing was saved. Try again.</source>
        <translation>Jemand hat in diesem Moment dasselbe in %1 geändert (409), und nichts wurde gespeichert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection may not do that in %1 (403): %2 What it may do is set in Notion, under the integration&apos;s capabilities.</source>
        <translation>Die Verbindung darf das in %1 nicht (403): %2 Was sie darf, wird in Notion unter den Fähigkeiten der Integration eingestellt.</translation>
    </message>
    <message>
        <source>The text is too long for Notion (413). Shorten it or split it.</source>
        <translation>Der Text ist zu lang für Notion (413). Kürzen oder teilen Sie ihn.</translation>
    </message>
    <message>
        <source>What came back from %1 is not Notion&apos;s answer (%2).</source>
        <translation>Was von %1 zurückkam, ist keine Antwort von Notion (%2).</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>ohne Begründung</translation>
    </message>
    <message>
        <source>Enter a Notion token. Make one at https://www.notion.so/developers/tokens (personal) or https://www.notion.so/profile/integrations (internal integration).</source>
        <translation>Geben Sie ein Notion-Token ein. Erstellen Sie eines auf https://www.notion.so/developers/tokens (persönlich) oder https://www.notion.so/profile/integrations (interne Integration).</translation>
    </message>
    <message>
        <source>It may not look people up, so that they have to be named by their id: in Notion the integration lacks the capability to read user information.</source>
        <translation>Sie darf keine Personen nachschlagen, deshalb müssen sie mit ihrer Kennung genannt werden: In Notion fehlt der Integration die Fähigkeit, Benutzerangaben zu lesen.</translation>
    </message>
    <message>
        <source>It may only read: in Notion the integration lacks the capability to insert content.</source>
        <translation>Sie darf nur lesen: In Notion fehlt der Integration die Fähigkeit, Inhalte einzufügen.</translation>
    </message>
    <message>
        <source>It sees no page yet. Share pages with the integration: in Notion open a page, ••• → Connections.</source>
        <translation>Sie sieht noch keine Seite. Teilen Sie Seiten mit der Integration: Öffnen Sie in Notion eine Seite, ••• → Verbindungen.</translation>
    </message>
    <message>
        <source>Notion did not say which workspace was opened. Sign in again.</source>
        <translation>Notion hat nicht gesagt, welcher Workspace geöffnet wurde. Melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>Pages cannot be read: %1</source>
        <translation>Seiten lassen sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>What was entered is not a Notion token: it has spaces or characters that no token has. Copy it again.</source>
        <translation>Was eingegeben wurde, ist kein Notion-Token: Es hat Leerzeichen oder Zeichen, die kein Token hat. Kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>In OpenProject it is under My account → Access tokens.</source>
        <translation>In OpenProject steht es unter Mein Konto → Zugangstokens.</translation>
    </message>
    <message>
        <source>There is no OpenProject at %1. Open it in the browser and copy the address from there, without what follows the installation&apos;s own path.</source>
        <translation>Unter %1 gibt es kein OpenProject. Öffnen Sie es im Browser und kopieren Sie die Adresse von dort, ohne das, was auf den Pfad der Installation selbst folgt.</translation>
    </message>
    <message>
        <source>This sign-in is over. Start again.</source>
        <translation>Diese Anmeldung ist vorbei. Fangen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>%1 has no OAuth apps of its servers.</source>
        <translation>%1 hat keine OAuth-Apps für seine Server.</translation>
    </message>
    <message>
        <source>“provider_type” is “%1”; Fairlead can connect: %2.</source>
        <translation>„provider_type“ ist „%1“; Fairlead kann verbinden: %2.</translation>
    </message>
    <message>
        <source>%1 does not exist in %2 or you may not see it.</source>
        <translation>%1 gibt es in %2 nicht, oder Sie dürfen es nicht sehen.</translation>
    </message>
    <message>
        <source>%1 found nothing (404)%2</source>
        <translation>%1 hat nichts gefunden (404)%2</translation>
    </message>
    <message>
        <source>%1 has a problem of its own (%2).</source>
        <translation>%1 hat ein eigenes Problem (%2).</translation>
    </message>
    <message>
        <source>%1 limits its calls (429).</source>
        <translation>%1 begrenzt seine Aufrufe (429).</translation>
    </message>
    <message>
        <source>%1 refused the request (%2) without saying why.</source>
        <translation>%1 hat die Anfrage abgelehnt (%2), ohne zu sagen, warum.</translation>
    </message>
    <message>
        <source>%1 refused the request: %2</source>
        <translation>%1 hat die Anfrage abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1 refused the token (401). Copy it again, or make a new one. %2</source>
        <translation>%1 hat das Token abgelehnt (401). Kopieren Sie es noch einmal, oder erstellen Sie ein neues. %2</translation>
    </message>
    <message>
        <source>It is not known whether %1 in %2 took effect: %3 Fairlead did not repeat it. %4</source>
        <translation>Es ist nicht bekannt, ob dies in %2 wirksam wurde: %1. %3 Fairlead hat es nicht wiederholt. %4</translation>
    </message>
    <message>
        <source>Somebody changed the same thing in %1 at that moment (409), and nothing was saved. %2</source>
        <translation>Jemand hat in diesem Moment dasselbe in %1 geändert (409), und nichts wurde gespeichert. %2</translation>
    </message>
    <message>
        <source>The account or its token may not do that in %1 (403)%2</source>
        <translation>Das Konto oder sein Token darf das in %1 nicht (403)%2</translation>
    </message>
    <message>
        <source>The text is too long for %1 (413). Shorten it or split it.</source>
        <translation>Der Text ist zu lang für %1 (413). Kürzen oder teilen Sie ihn.</translation>
    </message>
    <message>
        <source>The token for %1 is no longer accepted (401). Open Fairlead and click Reconnect on %2.</source>
        <translation>Das Token für %1 wird nicht mehr angenommen (401). Öffnen Sie Fairlead und klicken Sie bei %2 auf „Neu verbinden“.</translation>
    </message>
    <message>
        <source>Try again in %1 seconds.</source>
        <translation>Versuchen Sie es in %1 Sekunden noch einmal.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the address and the network.</source>
        <translation>Versuchen Sie es noch einmal; wenn es so bleibt, prüfen Sie die Adresse und das Netzwerk.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Warten Sie eine Minute, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What came back from %1 is not an answer of %2&apos;s API (%3).</source>
        <translation>Was von %1 zurückkam, ist keine Antwort der API von %2 (%3).</translation>
    </message>
    <message>
        <source>In Sentry it is under User settings → Personal tokens; it needs org:read, project:read and event:write.</source>
        <translation>In Sentry steht es unter User settings → Personal tokens; es braucht org:read, project:read und event:write.</translation>
    </message>
    <message>
        <source>It may not read the projects of %1.</source>
        <translation>Es darf die Projekte von %1 nicht lesen.</translation>
    </message>
    <message>
        <source>It sees no organization: the token lacks org:read, or the account is in none.</source>
        <translation>Es sieht keine Organisation: Dem Token fehlt org:read, oder das Konto gehört zu keiner.</translation>
    </message>
    <message>
        <source>The sign-in on %1 has expired. Sign in again in the browser; Fairlead then goes on with the request.</source>
        <translation>Die Anmeldung bei %1 ist abgelaufen. Melden Sie sich im Browser neu an; Fairlead macht dann mit der Anfrage weiter.</translation>
    </message>
    <message>
        <source>%1 answered the sign-in with something that Fairlead does not understand.</source>
        <translation>%1 hat auf die Anmeldung mit etwas geantwortet, das Fairlead nicht versteht.</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>%1 war nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 does not know the OAuth app, or its client secret is wrong.</source>
        <translation>%1 kennt die OAuth-App nicht, oder ihr Client-Geheimnis ist falsch.</translation>
    </message>
    <message>
        <source>%1 does not let Fairlead register itself.</source>
        <translation>%1 lässt Fairlead sich nicht selbst registrieren.</translation>
    </message>
    <message>
        <source>%1 does not let the browser come back to Fairlead on this computer.</source>
        <translation>%1 lässt den Browser nicht zu Fairlead auf diesem Computer zurückkommen.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in.</source>
        <translation>%1 hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in: %2.</source>
        <translation>%1 hat die Anmeldung abgelehnt: %2.</translation>
    </message>
    <message>
        <source>%1 says that this sign-in was used already, or is too old.</source>
        <translation>%1 sagt, dass diese Anmeldung schon benutzt wurde oder zu alt ist.</translation>
    </message>
    <message>
        <source>Add the missing permissions to the OAuth app in its settings, then start again.</source>
        <translation>Fügen Sie die fehlenden Berechtigungen in den Einstellungen der OAuth-App hinzu, dann fangen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>An administrator at %1 has not allowed Fairlead.</source>
        <translation>Ein Administrator bei %1 hat Fairlead nicht erlaubt.</translation>
    </message>
    <message>
        <source>Ask the administrator to allow this app, with the addresses http://127.0.0.1 and http://localhost; at Atlassian that is the list of domains of the Rovo MCP server.</source>
        <translation>Bitten Sie den Administrator, diese App zu erlauben, mit den Adressen http://127.0.0.1 und http://localhost; bei Atlassian ist das die Domain-Liste des Rovo-MCP-Servers.</translation>
    </message>
    <message>
        <source>Ask whoever runs it for the client id of an app, or for a token to connect with; see fairleadctl help connect.</source>
        <translation>Bitten Sie den, der es betreibt, um die Client-ID einer App oder um ein Token zum Verbinden; siehe fairleadctl help connect.</translation>
    </message>
    <message>
        <source>Behind a company proxy, add its certificate to the system or as caFile in the settings, then start again.</source>
        <translation>Hinter einem Firmenproxy fügen Sie dessen Zertifikat dem System oder als caFile den Einstellungen hinzu, dann fangen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>Check the computer&apos;s proxy settings, then start again.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen des Computers, dann fangen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>Check the network, then start again.</source>
        <translation>Prüfen Sie das Netzwerk, dann fangen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>Copy the client id and the client secret again from the app&apos;s settings and enter them.</source>
        <translation>Kopieren Sie Client-ID und Client-Geheimnis noch einmal aus den Einstellungen der App und tragen Sie sie ein.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>Mit %1 kam keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>Nobody came back from %1 within ten minutes.</source>
        <translation>Innerhalb von zehn Minuten kam niemand von %1 zurück.</translation>
    </message>
    <message>
        <source>Set the computer&apos;s date and time, then start again.</source>
        <translation>Stellen Sie Datum und Uhrzeit des Computers, dann fangen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>Start again and choose Accept; if you may not, ask your administrator to allow the app.</source>
        <translation>Fangen Sie noch einmal an und wählen Sie Akzeptieren; wenn Sie das nicht dürfen, bitten Sie Ihren Administrator, die App zu erlauben.</translation>
    </message>
    <message>
        <source>Start again in a moment.</source>
        <translation>Fangen Sie gleich noch einmal an.</translation>
    </message>
    <message>
        <source>Start again in a moment; if it happens again, report it.</source>
        <translation>Fangen Sie gleich noch einmal an; wenn es wieder geschieht, melden Sie es.</translation>
    </message>
    <message>
        <source>Start again with the account that has access, and choose the site there.</source>
        <translation>Fangen Sie mit dem Konto noch einmal an, das Zugriff hat, und wählen Sie dort die Site.</translation>
    </message>
    <message>
        <source>Start again, and finish in the browser.</source>
        <translation>Fangen Sie noch einmal an, und bringen Sie es im Browser zu Ende.</translation>
    </message>
    <message>
        <source>Start again, and use only the page that Fairlead opens.</source>
        <translation>Fangen Sie noch einmal an, und benutzen Sie nur die Seite, die Fairlead öffnet.</translation>
    </message>
    <message>
        <source>Start again.</source>
        <translation>Fangen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>Start again. If it happens again, somebody may be tampering with the sign-in: tell your administrator.</source>
        <translation>Fangen Sie noch einmal an. Wenn es wieder geschieht, greift vielleicht jemand in die Anmeldung ein: Sagen Sie es Ihrem Administrator.</translation>
    </message>
    <message>
        <source>Start again: Fairlead then registers anew. If that does not help, ask an administrator there to allow http://127.0.0.1 and http://localhost with any port.</source>
        <translation>Fangen Sie noch einmal an: Fairlead registriert sich dann neu. Wenn das nicht hilft, bitten Sie dort einen Administrator, http://127.0.0.1 und http://localhost mit jedem Port zu erlauben.</translation>
    </message>
    <message>
        <source>Start again; finish within a minute, and do not reload the last page.</source>
        <translation>Fangen Sie noch einmal an; werden Sie innerhalb einer Minute fertig und laden Sie die letzte Seite nicht neu.</translation>
    </message>
    <message>
        <source>Start it again when you want to connect.</source>
        <translation>Fangen Sie noch einmal an, wenn Sie verbinden wollen.</translation>
    </message>
    <message>
        <source>The OAuth app at %1 lacks a permission that Fairlead asks for.</source>
        <translation>Der OAuth-App bei %1 fehlt eine Berechtigung, die Fairlead verlangt.</translation>
    </message>
    <message>
        <source>The access was not allowed at %1.</source>
        <translation>Der Zugriff wurde bei %1 nicht erlaubt.</translation>
    </message>
    <message>
        <source>The answer did not come from %1, so it was not used.</source>
        <translation>Die Antwort kam nicht von %1, deshalb wurde sie nicht benutzt.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid at the time that this computer&apos;s clock shows.</source>
        <translation>Das Zertifikat von %1 gilt nicht zu der Zeit, die die Uhr dieses Computers zeigt.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy let nothing through to %1.</source>
        <translation>Der Proxy des Netzwerks hat nichts zu %1 durchgelassen.</translation>
    </message>
    <message>
        <source>The sign-in at %1 does not allow what Fairlead needs: %2.</source>
        <translation>Die Anmeldung bei %1 erlaubt nicht, was Fairlead braucht: %2.</translation>
    </message>
    <message>
        <source>The sign-in at %1 opens no site.</source>
        <translation>Die Anmeldung bei %1 öffnet keine Site.</translation>
    </message>
    <message>
        <source>The sign-in at %1 was cancelled.</source>
        <translation>Die Anmeldung bei %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The sign-in at %1 worked, but nothing could be stored.</source>
        <translation>Die Anmeldung bei %1 hat geklappt, aber nichts ließ sich speichern.</translation>
    </message>
    <message>
        <source>Unlock the keychain, then start again.</source>
        <translation>Entsperren Sie den Schlüsselbund, dann fangen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>What came back from the browser does not belong to this sign-in at %1.</source>
        <translation>Was vom Browser zurückkam, gehört nicht zu dieser Anmeldung bei %1.</translation>
    </message>
    <message>
        <source>Enter the address, such as %1.</source>
        <translation>Geben Sie die Adresse ein, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>Fairlead sends a token to %1 only over https. Enter https://%1.</source>
        <translation>Fairlead sendet ein Token nur über https an %1. Geben Sie https://%1 ein.</translation>
    </message>
    <message>
        <source>The address must not contain a user name, password or e-mail. Enter only the address, such as %1.</source>
        <translation>Die Adresse darf weder Benutzernamen noch Passwort oder E-Mail-Adresse enthalten. Geben Sie nur die Adresse ein, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a web address. Enter one like %2.</source>
        <translation>„%1“ ist keine Webadresse. Geben Sie eine wie %2 ein.</translation>
    </message>
    <message>
        <source>In Todoist it is under Settings → Integrations → Developer.</source>
        <translation>In Todoist steht es unter Einstellungen → Integrationen → Entwickler.</translation>
    </message>
    <message>
        <source>Todoist needs no address: its token says where it belongs.</source>
        <translation>Todoist braucht keine Adresse: Sein Token sagt, wohin es gehört.</translation>
    </message>
    <message>
        <source>Enter a token of %1. %2</source>
        <translation>Geben Sie ein Token von %1 ein. %2</translation>
    </message>
    <message>
        <source>What was entered is not a token of %1: it has spaces or characters that no token has. Copy it again.</source>
        <translation>Was eingegeben wurde, ist kein Token von %1: Es hat Leerzeichen oder Zeichen, die kein Token hat. Kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 answered %2 with something else than JSON.</source>
        <translation>%1 hat auf %2 mit etwas anderem als JSON geantwortet.</translation>
    </message>
    <message>
        <source>%1 may not use %2: it is not offered, or not approved. Look at its tools: fairleadctl upstreams review &quot;%1&quot;</source>
        <translation>%1 darf %2 nicht benutzen: Es wird nicht angeboten oder ist nicht freigegeben. Sehen Sie sich die Werkzeuge an: fairleadctl upstreams review &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Cannot reach Jira&apos;s MCP service (%1).</source>
        <translation>Der MCP-Dienst von Jira ist nicht erreichbar (%1).</translation>
    </message>
    <message>
        <source>Fairlead will try again in %1 s.</source>
        <translation>Fairlead versucht es in %1 s noch einmal.</translation>
    </message>
    <message>
        <source>This key may not use %1.</source>
        <translation>Dieser Schlüssel darf %1 nicht benutzen.</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>gibt es nicht</translation>
    </message>
    <message>
        <source>Publish the file again.</source>
        <translation>Veröffentlichen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Publish the file again: Fairlead looks for the issue first.</source>
        <translation>Veröffentlichen Sie die Datei noch einmal: Fairlead sucht zuerst nach dem Vorgang.</translation>
    </message>
    <message>
        <source>Too many issues were made in %1 since then to look through.</source>
        <translation>In %1 wurden seither zu viele Vorgänge angelegt, um sie durchzusehen.</translation>
    </message>
    <message>
        <source>the answer is not a JSON object</source>
        <translation>die Antwort ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>%1 lies in an added folder and is none itself. The links are written into the added folder.</source>
        <translation>%1 liegt in einem hinzugefügten Ordner und ist selbst keiner. Die Verknüpfungen werden in den hinzugefügten Ordner geschrieben.</translation>
    </message>
    <message>
        <source>No file there is published yet, so that there are no links to write.</source>
        <translation>Dort ist noch keine Datei veröffentlicht, deshalb gibt es keine Verknüpfungen zu schreiben.</translation>
    </message>
    <message>
        <source>%1 did not say which issue it has made.</source>
        <translation>%1 hat nicht gesagt, welchen Vorgang es angelegt hat.</translation>
    </message>
    <message>
        <source>A %1 in %2 needs more: %3. Nothing was created.</source>
        <translation>%1 in %2 braucht mehr: %3. Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>No site that %1 can use has a project %2 that you can see.</source>
        <translation>Keine Site, die %1 benutzen kann, hat ein Projekt %2, das Sie sehen können.</translation>
    </message>
    <message>
        <source>Connect Jira itself too, and files go that way: fairleadctl connect jira</source>
        <translation>Verbinden Sie auch Jira selbst, dann gehen Dateien diesen Weg: fairleadctl connect jira</translation>
    </message>
    <message>
        <source>There is no such publication.</source>
        <translation>Diese Veröffentlichung gibt es nicht.</translation>
    </message>
    <message>
        <source>An epic&apos;s name is one line of at most %1 characters.</source>
        <translation>Der Name eines Epics ist eine Zeile mit höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The epic “%1” is being made just now. Publish again in a moment.</source>
        <translation>Der Epic „%1“ wird gerade angelegt. Veröffentlichen Sie gleich noch einmal.</translation>
    </message>
    <message>
        <source>The epic “%1” is made first, and this goes below it.</source>
        <translation>Der Epic „%1“ wird zuerst angelegt, und dies kommt darunter.</translation>
    </message>
    <message>
        <source>%1 is gone, or hidden from this account.</source>
        <translation>%1 ist nicht mehr da oder vor diesem Konto verborgen.</translation>
    </message>
    <message>
        <source>It is not known whether the issue was made: publish the file again, and Fairlead looks first.</source>
        <translation>Es ist nicht bekannt, ob der Vorgang angelegt wurde: Veröffentlichen Sie die Datei noch einmal, dann sieht Fairlead zuerst nach.</translation>
    </message>
    <message>
        <source>%1 is being published just now.</source>
        <translation>%1 wird gerade veröffentlicht.</translation>
    </message>
    <message>
        <source>%1 is not published yet. Say to which project: its key, such as ABC.</source>
        <translation>%1 ist noch nicht veröffentlicht. Sagen Sie, in welches Projekt: dessen Schlüssel, zum Beispiel ABC.</translation>
    </message>
    <message>
        <source>%1 was not attached. %2</source>
        <translation>%1 wurde nicht angehängt. %2</translation>
    </message>
    <message>
        <source>Say either the key of a parent or the name of an epic to make, not both.</source>
        <translation>Nennen Sie entweder den Schlüssel eines übergeordneten Vorgangs oder den Namen eines neuen Epics, nicht beides.</translation>
    </message>
    <message>
        <source>%1 It is not known whether %2 became an issue of %3. Publish it again later: Fairlead looks first, and makes none twice. If it never can, because the connection was removed, forget the link: fairleadctl publish --forget %4</source>
        <translation>%1 Es ist nicht bekannt, ob aus %2 ein Vorgang von %3 wurde. Veröffentlichen Sie die Datei später noch einmal: Fairlead sieht zuerst nach und legt nichts zweimal an. Wenn das nie geht, weil die Verbindung entfernt wurde, lassen Sie die Verknüpfung vergessen: fairleadctl publish --forget %4</translation>
    </message>
    <message>
        <source>%1 is published as %2 and has changed since. Say what to do: &quot;update&quot; the issue, &quot;comment&quot; with what changed, or make a &quot;new&quot; one.</source>
        <translation>%1 ist als %2 veröffentlicht und hat sich seither geändert. Sagen Sie, was geschehen soll: den Vorgang aktualisieren („update“), mit dem Geänderten kommentieren („comment“) oder einen neuen anlegen („new“).</translation>
    </message>
    <message>
        <source>%1 is published as %2 and has not changed</source>
        <translation>%1 ist als %2 veröffentlicht und hat sich nicht geändert</translation>
    </message>
    <message>
        <source>%1 was published again; its text did not change.</source>
        <translation>%1 wurde neu veröffentlicht; der Text hat sich nicht geändert.</translation>
    </message>
    <message>
        <source>%1, as which %2 was published, is gone or hidden from this account. Publish the file as a &quot;new&quot; issue, or forget the link.</source>
        <translation>%1, als den %2 veröffentlicht wurde, ist nicht mehr da oder vor diesem Konto verborgen. Veröffentlichen Sie die Datei als neuen Vorgang, oder lassen Sie die Verknüpfung vergessen.</translation>
    </message>
    <message>
        <source>Commented on %1 what changed in %2</source>
        <translation>%1 mit dem kommentiert, was sich in %2 geändert hat</translation>
    </message>
    <message>
        <source>Created %1 from %2</source>
        <translation>%1 aus %2 angelegt</translation>
    </message>
    <message>
        <source>Updated %1 from %2</source>
        <translation>%1 aus %2 aktualisiert</translation>
    </message>
    <message>
        <source>Would comment on %1 what changed in %2</source>
        <translation>Würde %1 mit dem kommentieren, was sich in %2 geändert hat</translation>
    </message>
    <message>
        <source>Would create an issue in %1 from %2: %3</source>
        <translation>Würde in %1 einen Vorgang aus %2 anlegen: %3</translation>
    </message>
    <message>
        <source>Would update %1 from %2</source>
        <translation>Würde %1 aus %2 aktualisieren</translation>
    </message>
    <message>
        <source>%1 could not be read (%2).</source>
        <translation>%1 ließ sich nicht lesen (%2).</translation>
    </message>
    <message>
        <source>%1 is empty, so there is nothing to publish.</source>
        <translation>%1 ist leer, deshalb gibt es nichts zu veröffentlichen.</translation>
    </message>
    <message>
        <source>The default collection is locked.</source>
        <translation>Der Standardschlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>The master key %1 can be read by other users, so it is not used. Run &quot;chmod 600&quot; on it; if others may have seen it, replace it.</source>
        <translation>Der Hauptschlüssel %1 ist für andere Benutzer lesbar und wird deshalb nicht benutzt. Führen Sie „chmod 600“ dafür aus; wenn andere ihn gesehen haben könnten, ersetzen Sie ihn.</translation>
    </message>
    <message>
        <source>The master key %1 cannot be read. Check that the file exists and belongs to you.</source>
        <translation>Der Hauptschlüssel %1 lässt sich nicht lesen. Prüfen Sie, ob die Datei da ist und Ihnen gehört.</translation>
    </message>
    <message>
        <source>The master key %1 does not hold exactly 32 bytes. Put the right file in its place.</source>
        <translation>Der Hauptschlüssel %1 enthält nicht genau 32 Bytes. Legen Sie die richtige Datei an seine Stelle.</translation>
    </message>
    <message>
        <source>The master key %1 exists already.</source>
        <translation>Der Hauptschlüssel %1 ist schon da.</translation>
    </message>
    <message>
        <source>That is not the passphrase of this backup. Try again.</source>
        <translation>Das ist nicht die Passphrase dieser Sicherung. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The passphrase could not be worked on; that takes some hundred MiB of memory. Close other programs, then try again.</source>
        <translation>Die Passphrase ließ sich nicht verarbeiten; dafür sind einige hundert MiB Speicher nötig. Schließen Sie andere Programme, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The passphrase is too short to protect your sign-ins. Take at least %1 characters, such as four words that do not belong together.</source>
        <translation>Die Passphrase ist zu kurz, um Ihre Anmeldungen zu schützen. Nehmen Sie mindestens %1 Zeichen, zum Beispiel vier Wörter, die nicht zusammengehören.</translation>
    </message>
    <message>
        <source>The sealed master key in this file is damaged, or of a newer Fairlead.</source>
        <translation>Der versiegelte Hauptschlüssel in dieser Datei ist beschädigt oder von einem neueren Fairlead.</translation>
    </message>
    <message>
        <source>A secret may not be larger than 1 MiB.</source>
        <translation>Ein Geheimnis darf nicht größer als 1 MiB sein.</translation>
    </message>
    <message>
        <source>The cryptography library failed. Restart Fairlead; if it happens again, please report it.</source>
        <translation>Die Kryptographie-Bibliothek hat versagt. Starten Sie Fairlead neu; wenn es wieder geschieht, melden Sie es bitte.</translation>
    </message>
    <message>
        <source>What was stored is damaged.</source>
        <translation>Was gespeichert war, ist beschädigt.</translation>
    </message>
    <message>
        <source>The keychain did not keep what was written to it.</source>
        <translation>Der Schlüsselbund hat nicht behalten, was ihm übergeben wurde.</translation>
    </message>
    <message>
        <source>A key file cannot be made now: %1</source>
        <translation>Eine Schlüsseldatei lässt sich jetzt nicht anlegen: %1</translation>
    </message>
    <message>
        <source>Fairlead has not looked for its master key yet.</source>
        <translation>Fairlead hat noch nicht nach seinem Hauptschlüssel gesehen.</translation>
    </message>
    <message>
        <source>No keychain answers on this computer%1, so sign-ins cannot be stored or used. %2</source>
        <translation>Auf diesem Computer antwortet kein Schlüsselbund%1, deshalb lassen sich Anmeldungen weder speichern noch benutzen. %2</translation>
    </message>
    <message>
        <source>No sign-in is stored here. Connect again.</source>
        <translation>Hier ist keine Anmeldung gespeichert. Verbinden Sie neu.</translation>
    </message>
    <message>
        <source>Start a keychain, or set FAIRLEAD_MASTER_KEY_FILE to a file with 32 random bytes.</source>
        <translation>Starten Sie einen Schlüsselbund, oder setzen Sie FAIRLEAD_MASTER_KEY_FILE auf eine Datei mit 32 zufälligen Bytes.</translation>
    </message>
    <message>
        <source>Start the keychain that holds the master key, or set FAIRLEAD_MASTER_KEY_FILE to a file with it.</source>
        <translation>Starten Sie den Schlüsselbund mit dem Hauptschlüssel, oder setzen Sie FAIRLEAD_MASTER_KEY_FILE auf eine Datei damit.</translation>
    </message>
    <message>
        <source>The keychain did not take the master key of the backup, so nothing was restored. Unlock it, then restore again.</source>
        <translation>Der Schlüsselbund hat den Hauptschlüssel der Sicherung nicht angenommen, deshalb wurde nichts wiederhergestellt. Entsperren Sie ihn, dann stellen Sie noch einmal wieder her.</translation>
    </message>
    <message>
        <source>The keychain does not have the master key that protects your stored sign-ins. If another keychain was in use before, make it available and restart Fairlead; nothing was deleted.</source>
        <translation>Der Schlüsselbund hat den Hauptschlüssel nicht, der Ihre gespeicherten Anmeldungen schützt. Wenn vorher ein anderer Schlüsselbund benutzt wurde, machen Sie ihn verfügbar und starten Sie Fairlead neu; nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>The keychain has not answered yet. It may be waiting for you to unlock it; Fairlead goes on by itself.</source>
        <translation>Der Schlüsselbund hat noch nicht geantwortet. Vielleicht wartet er darauf, dass Sie ihn entsperren; Fairlead macht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>The keychain is locked, so stored sign-ins cannot be used. Unlock it; Fairlead goes on by itself.</source>
        <translation>Der Schlüsselbund ist gesperrt, deshalb lassen sich gespeicherte Anmeldungen nicht benutzen. Entsperren Sie ihn; Fairlead macht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>The keychain refuses access to Fairlead. Allow it in the keychain&apos;s settings, then try again.</source>
        <translation>Der Schlüsselbund verweigert Fairlead den Zugriff. Erlauben Sie ihn in den Einstellungen des Schlüsselbunds, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain&apos;s master key for Fairlead is damaged, so stored sign-ins cannot be used. Put it back from a backup; nothing was deleted.</source>
        <translation>Der Hauptschlüssel von Fairlead im Schlüsselbund ist beschädigt, deshalb lassen sich gespeicherte Anmeldungen nicht benutzen. Holen Sie ihn aus einer Sicherung zurück; nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>The master key that was found is not the one that protects your stored sign-ins. Make the right one available and restart Fairlead; nothing was deleted.</source>
        <translation>Der gefundene Hauptschlüssel ist nicht der, der Ihre gespeicherten Anmeldungen schützt. Machen Sie den richtigen verfügbar und starten Sie Fairlead neu; nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>The stored sign-in could not be deleted. Try again.</source>
        <translation>Die gespeicherte Anmeldung ließ sich nicht löschen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This sign-in was changed by somebody else in the meantime. Try again.</source>
        <translation>Diese Anmeldung wurde inzwischen von jemand anderem geändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This sign-in was stored with another master key. Connect again.</source>
        <translation>Diese Anmeldung wurde mit einem anderen Hauptschlüssel gespeichert. Verbinden Sie neu.</translation>
    </message>
    <message>
        <source>the master key is at hand already.</source>
        <translation>der Hauptschlüssel ist schon da.</translation>
    </message>
    <message>
        <source>%1 is not a folder. Choose another with --data-dir.</source>
        <translation>%1 ist kein Ordner. Wählen Sie mit --data-dir einen anderen.</translation>
    </message>
    <message>
        <source>The data folder %1 belongs to another user of this computer, so it is not used. Choose another with --data-dir.</source>
        <translation>Der Datenordner %1 gehört einem anderen Benutzer dieses Computers und wird deshalb nicht benutzt. Wählen Sie mit --data-dir einen anderen.</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be made. Correct the permissions of the folder above it, or choose another with --data-dir.</source>
        <translation>Der Datenordner %1 lässt sich nicht anlegen. Berichtigen Sie die Rechte des Ordners darüber, oder wählen Sie mit --data-dir einen anderen.</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be read. Correct its permissions, or choose another with --data-dir.</source>
        <translation>Der Datenordner %1 lässt sich nicht lesen. Berichtigen Sie seine Rechte, oder wählen Sie mit --data-dir einen anderen.</translation>
    </message>
    <message>
        <source>The data folder %1 is open to other users and cannot be closed to them. Choose another with --data-dir.</source>
        <translation>Der Datenordner %1 steht anderen Benutzern offen und lässt sich nicht vor ihnen verschließen. Wählen Sie mit --data-dir einen anderen.</translation>
    </message>
    <message>
        <source>The folder %1 is open to other users and is not a Fairlead data folder. Choose an empty or a new one with --data-dir.</source>
        <translation>Der Ordner %1 steht anderen Benutzern offen und ist kein Datenordner von Fairlead. Wählen Sie mit --data-dir einen leeren oder neuen.</translation>
    </message>
    <message>
        <source>0, or a whole number from 10 to 86400</source>
        <translation>0 oder eine ganze Zahl von 10 bis 86400</translation>
    </message>
    <message>
        <source>The setting &quot;%1&quot; must be %2.</source>
        <translation>Die Einstellung „%1“ muss dies sein: %2.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read (%2). Correct the file&apos;s permissions.</source>
        <translation>Die Einstellungen in %1 lassen sich nicht lesen (%2). Berichtigen Sie die Rechte der Datei.</translation>
    </message>
    <message>
        <source>The settings in %1, line %2, cannot be used: %3 Correct the file, or remove it to return to the defaults.</source>
        <translation>Die Einstellungen in %1, Zeile %2, lassen sich nicht benutzen: %3 Berichtigen Sie die Datei, oder entfernen Sie sie, um zu den Vorgaben zurückzukehren.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2, but must be %3.</source>
        <translation>„%1“ ist %2, muss aber dies sein: %3.</translation>
    </message>
    <message>
        <source>&quot;none&quot;, &quot;names&quot; or &quot;full&quot;</source>
        <translation>„none“, „names“ oder „full“</translation>
    </message>
    <message>
        <source>&quot;none&quot;, an address such as &quot;http://proxy.example:3128&quot; (or socks5://) without a password, or empty for the system&apos;s</source>
        <translation>„none“, eine Adresse wie „http://proxy.example:3128“ (oder socks5://) ohne Passwort, oder leer für die des Systems</translation>
    </message>
    <message>
        <source>&quot;warning&quot;, &quot;info&quot; or &quot;debug&quot;</source>
        <translation>„warning“, „info“ oder „debug“</translation>
    </message>
    <message>
        <source>a list of &quot;service&quot;, &quot;client&quot; and &quot;call&quot;</source>
        <translation>eine Liste aus „service“, „client“ und „call“</translation>
    </message>
    <message>
        <source>a list of absolute paths of folders</source>
        <translation>eine Liste vollständiger Pfade von Ordnern</translation>
    </message>
    <message>
        <source>a list of origins such as &quot;https://tool.example&quot;, without a path</source>
        <translation>eine Liste von Herkünften wie „https://tool.example“, ohne Pfad</translation>
    </message>
    <message>
        <source>a whole number from 0 to 65535</source>
        <translation>eine ganze Zahl von 0 bis 65535</translation>
    </message>
    <message>
        <source>a whole number from 1 to 100000000</source>
        <translation>eine ganze Zahl von 1 bis 100000000</translation>
    </message>
    <message>
        <source>a whole number from 1 to 3650</source>
        <translation>eine ganze Zahl von 1 bis 3650</translation>
    </message>
    <message>
        <source>a whole number from 1 to 4096</source>
        <translation>eine ganze Zahl von 1 bis 4096</translation>
    </message>
    <message>
        <source>a whole number from 100 to 10000000</source>
        <translation>eine ganze Zahl von 100 bis 10000000</translation>
    </message>
    <message>
        <source>a whole number from 2000 to 1000000</source>
        <translation>eine ganze Zahl von 2000 bis 1000000</translation>
    </message>
    <message>
        <source>a whole number from 8 to 4096</source>
        <translation>eine ganze Zahl von 8 bis 4096</translation>
    </message>
    <message>
        <source>the absolute path of a PEM file, or empty</source>
        <translation>der vollständige Pfad einer PEM-Datei, oder leer</translation>
    </message>
    <message>
        <source>the absolute path of a file that only you can read, or empty</source>
        <translation>der vollständige Pfad einer Datei, die nur Sie lesen können, oder leer</translation>
    </message>
    <message>
        <source>the address of a server: https, or http on this computer, without a path</source>
        <translation>die Adresse eines Servers: https, oder http auf diesem Computer, ohne Pfad</translation>
    </message>
    <message>
        <source>the client id of an OAuth app, or empty</source>
        <translation>die Client-ID einer OAuth-App, oder leer</translation>
    </message>
    <message>
        <source>the file is larger than 1 MiB.</source>
        <translation>die Datei ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>the https address of a document, with a path, or empty</source>
        <translation>die https-Adresse eines Dokuments, mit einem Pfad, oder leer</translation>
    </message>
    <message>
        <source>there is no object in braces.</source>
        <translation>es gibt kein Objekt in geschweiften Klammern.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>„true“ oder „false“</translation>
    </message>
    <message>
        <source>%1 cannot be restored, and nothing has changed. %2</source>
        <translation>%1 lässt sich nicht wiederherstellen, und nichts hat sich geändert. %2</translation>
    </message>
    <message>
        <source>%1 could not be replaced. Choose another name.</source>
        <translation>%1 ließ sich nicht ersetzen. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 could not be written (%2). Choose another folder.</source>
        <translation>%1 ließ sich nicht schreiben (%2). Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 could not be written. Make room on the disk, then try again.</source>
        <translation>%1 ließ sich nicht schreiben. Schaffen Sie Platz auf dem Datenträger, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is a database of Fairlead, but not a backup that it made.</source>
        <translation>%1 ist eine Datenbank von Fairlead, aber keine Sicherung, die es angelegt hat.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 is not a file, so it cannot be the database. Move it away.</source>
        <translation>%1 ist keine Datei und kann deshalb nicht die Datenbank sein. Verschieben Sie es.</translation>
    </message>
    <message>
        <source>The database %1 belongs to another program and was left untouched. Move it away, or start Fairlead with another --data-dir.</source>
        <translation>Die Datenbank %1 gehört einem anderen Programm und blieb unangetastet. Verschieben Sie sie, oder starten Sie Fairlead mit einem anderen --data-dir.</translation>
    </message>
    <message>
        <source>The database %1 is damaged and was left untouched. Put a backup in its place, or move it away to start afresh; services then have to be connected again.</source>
        <translation>Die Datenbank %1 ist beschädigt und blieb unangetastet. Legen Sie eine Sicherung an ihre Stelle, oder verschieben Sie sie, um neu anzufangen; Dienste müssen dann neu verbunden werden.</translation>
    </message>
    <message>
        <source>The database %1 is empty, so its contents were lost. Put a backup in its place, or remove the file to start afresh.</source>
        <translation>Die Datenbank %1 ist leer, ihr Inhalt ging also verloren. Legen Sie eine Sicherung an ihre Stelle, oder entfernen Sie die Datei, um neu anzufangen.</translation>
    </message>
    <message>
        <source>The database %1 was written by a newer Fairlead and was left untouched. Install the newest Fairlead, or start this one with another --data-dir.</source>
        <translation>Die Datenbank %1 wurde von einem neueren Fairlead geschrieben und blieb unangetastet. Installieren Sie das neueste Fairlead, oder starten Sie dieses mit einem anderen --data-dir.</translation>
    </message>
    <message>
        <source>The database could not be brought up to date (%1) and is as it was before. %2</source>
        <translation>Die Datenbank ließ sich nicht auf den neuen Stand bringen (%1) und ist, wie sie vorher war. %2</translation>
    </message>
    <message>
        <source>The file %1 could not be made (%2). Make room on the disk or correct the permissions of its folder, then try again.</source>
        <translation>Die Datei %1 ließ sich nicht anlegen (%2). Schaffen Sie Platz auf dem Datenträger oder berichtigen Sie die Rechte des Ordners, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file %1 could not be renamed to %2. Correct the permissions of its folder, then try again.</source>
        <translation>Die Datei %1 ließ sich nicht in %2 umbenennen. Berichtigen Sie die Rechte des Ordners, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The migration %1 that is compiled into this program is unreadable or out of order. Install Fairlead again.</source>
        <translation>Die Migration %1, die in dieses Programm eingebaut ist, ist unlesbar oder nicht an der Reihe. Installieren Sie Fairlead neu.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened. Check that its folder exists and that you may read and write both.</source>
        <translation>Die Datenbank %1 lässt sich nicht öffnen. Prüfen Sie, ob ihr Ordner da ist und Sie beide lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <source>The database %1 cannot be written. Correct the permissions of the file and of its folder, or move it to a disk that is not read-only; it was left untouched.</source>
        <translation>In die Datenbank %1 lässt sich nicht schreiben. Berichtigen Sie die Rechte der Datei und des Ordners, oder verschieben Sie sie auf einen Datenträger, der nicht schreibgeschützt ist; sie blieb unangetastet.</translation>
    </message>
    <message>
        <source>The database %1 is in use by another program. Close it, then try again.</source>
        <translation>Die Datenbank %1 wird von einem anderen Programm benutzt. Schließen Sie es, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database %1 refused a statement (%2). This is a fault of Fairlead; please report it.</source>
        <translation>Die Datenbank %1 hat eine Anweisung abgelehnt (%2). Das ist ein Fehler von Fairlead; bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>The disk with the database %1 is full. Make room, then try again; nothing that was stored is lost.</source>
        <translation>Der Datenträger mit der Datenbank %1 ist voll. Schaffen Sie Platz, dann versuchen Sie es noch einmal; nichts Gespeichertes ist verloren.</translation>
    </message>
    <message>
        <source>The disk with the database %1 reports an error. Check the disk, then start Fairlead again.</source>
        <translation>Der Datenträger mit der Datenbank %1 meldet einen Fehler. Prüfen Sie den Datenträger, dann starten Sie Fairlead noch einmal.</translation>
    </message>
    <message>
        <source>This exists already, or what it belongs to does not exist any more.</source>
        <translation>Das gibt es schon, oder das, wozu es gehört, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 has %2 access, and %3 needs %4 access, so nothing was done. To allow it, create a key with %4 access in Fairlead and use it in this client.</source>
        <translation>%1 hat Zugriff „%2“, und %3 braucht Zugriff „%4“, deshalb wurde nichts getan. Um es zu erlauben, erstellen Sie in Fairlead einen Schlüssel mit Zugriff „%4“ und benutzen Sie ihn in diesem Programm.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; (%2…)</source>
        <translation>Der Schlüssel „%1“ (%2…)</translation>
    </message>
    <message>
        <source>This call</source>
        <translation>Dieser Aufruf</translation>
    </message>
    <message>
        <source>%1 is switched off for this key in Fairlead.</source>
        <translation>%1 ist für diesen Schlüssel in Fairlead ausgeschaltet.</translation>
    </message>
    <message>
        <source>%1 needs a person&apos;s yes, and nobody can be asked just now. Open Fairlead&apos;s window, or run on its computer: fairleadctl approvals</source>
        <translation>%1 braucht das Ja eines Menschen, und niemand kann gerade gefragt werden. Öffnen Sie das Fenster von Fairlead, oder führen Sie auf dessen Computer aus: fairleadctl approvals</translation>
    </message>
    <message>
        <source>%1 waits for a person&apos;s yes in Fairlead. Ask them to answer it there, then make the same call again within ten minutes.</source>
        <translation>%1 wartet in Fairlead auf das Ja eines Menschen. Bitten Sie ihn, dort zu antworten, dann wiederholen Sie denselben Aufruf innerhalb von zehn Minuten.</translation>
    </message>
    <message>
        <source>%1 waits for your yes in Fairlead, which shows what it would do. Answer it there, in Fairlead&apos;s window on its computer: what you answer here does not count.</source>
        <translation>%1 wartet in Fairlead auf Ihr Ja; dort steht, was geschehen würde. Antworten Sie dort, im Fenster von Fairlead auf dessen Computer: Was Sie hier antworten, zählt nicht.</translation>
    </message>
    <message>
        <source>Nothing was done: %1</source>
        <translation>Nichts wurde getan: %1</translation>
    </message>
    <message>
        <source>the person at Fairlead said no to this call of %1. Do not repeat it; ask them what to do instead.</source>
        <translation>Der Mensch bei Fairlead hat zu diesem Aufruf von %1 nein gesagt. Wiederholen Sie ihn nicht; fragen Sie, was stattdessen geschehen soll.</translation>
    </message>
    <message>
        <source>too many calls of this key wait for a person&apos;s yes already. Answer them in Fairlead first.</source>
        <translation>Zu viele Aufrufe dieses Schlüssels warten schon auf das Ja eines Menschen. Antworten Sie zuerst in Fairlead darauf.</translation>
    </message>
    <message>
        <source>There is no such question, or it was answered already, or its time is over.</source>
        <translation>Diese Frage gibt es nicht, oder sie wurde schon beantwortet, oder ihre Zeit ist um.</translation>
    </message>
    <message>
        <source>Waiting for an answer in Fairlead: may %1 run?</source>
        <translation>Wartet auf eine Antwort in Fairlead: Darf %1 laufen?</translation>
    </message>
    <message>
        <source>%1 calls of this key are running already, so %2 was not started. Wait for one of them to finish.</source>
        <translation>Von diesem Schlüssel laufen schon %1 Aufrufe, deshalb wurde %2 nicht begonnen. Warten Sie, bis einer davon fertig ist.</translation>
    </message>
    <message>
        <source>The service did not say in time what is there now.</source>
        <translation>Der Dienst hat nicht rechtzeitig gesagt, was jetzt dort steht.</translation>
    </message>
    <message>
        <source>%1 belongs to the toolset %2, which this key does not have, so nothing was done. %3</source>
        <translation>%1 gehört zur Werkzeuggruppe %2, die dieser Schlüssel nicht hat, deshalb wurde nichts getan. %3</translation>
    </message>
    <message>
        <source>Ask the person to switch on %1 for the key “%2” in Fairlead (Clients and keys, Toolsets), or by: fairleadctl keys toolsets %3 %4</source>
        <translation>Bitten Sie den Menschen, in Fairlead %1 für den Schlüssel „%2“ einzuschalten (Programme und Schlüssel, Werkzeuggruppen), oder mit: fairleadctl keys toolsets %3 %4</translation>
    </message>
    <message>
        <source>The tools of %1 come with a connection: ask the person to connect it in Fairlead.</source>
        <translation>Die Werkzeuge von %1 kommen mit einer Verbindung: Bitten Sie den Menschen, es in Fairlead zu verbinden.</translation>
    </message>
    <message>
        <source>Jira Service Management: requests and queues</source>
        <translation>Jira Service Management: Anfragen und Warteschlangen</translation>
    </message>
    <message>
        <source>Jira: assign and delete, edit comments</source>
        <translation>Jira: zuweisen und löschen, Kommentare bearbeiten</translation>
    </message>
    <message>
        <source>Jira: boards and sprints</source>
        <translation>Jira: Boards und Sprints</translation>
    </message>
    <message>
        <source>Jira: branches, commits and pull requests</source>
        <translation>Jira: Branches, Commits und Pull Requests</translation>
    </message>
    <message>
        <source>Jira: change history</source>
        <translation>Jira: Änderungsverlauf</translation>
    </message>
    <message>
        <source>Jira: help with JQL, fields and filters</source>
        <translation>Jira: Hilfe mit JQL, Feldern und Filtern</translation>
    </message>
    <message>
        <source>Jira: many issues at once</source>
        <translation>Jira: viele Vorgänge auf einmal</translation>
    </message>
    <message>
        <source>Jira: publishing files as issues</source>
        <translation>Jira: Dateien als Vorgänge veröffentlichen</translation>
    </message>
    <message>
        <source>Jira: uploading and deleting attachments</source>
        <translation>Jira: Anhänge hochladen und löschen</translation>
    </message>
    <message>
        <source>Jira: versions and releases</source>
        <translation>Jira: Versionen und Releases</translation>
    </message>
    <message>
        <source>Jira: watchers</source>
        <translation>Jira: Beobachter</translation>
    </message>
    <message>
        <source>Jira: web links, removing links</source>
        <translation>Jira: Weblinks, Verknüpfungen entfernen</translation>
    </message>
    <message>
        <source>Jira: work logs</source>
        <translation>Jira: Arbeitsprotokolle</translation>
    </message>
    <message>
        <source>Notion: databases and their columns</source>
        <translation>Notion: Datenbanken und ihre Spalten</translation>
    </message>
    <message>
        <source>Notion: edit and delete comments</source>
        <translation>Notion: Kommentare bearbeiten und löschen</translation>
    </message>
    <message>
        <source>Notion: file uploads</source>
        <translation>Notion: Dateien hochladen</translation>
    </message>
    <message>
        <source>Notion: long-running tasks</source>
        <translation>Notion: lang laufende Aufgaben</translation>
    </message>
    <message>
        <source>Notion: single blocks</source>
        <translation>Notion: einzelne Blöcke</translation>
    </message>
    <message>
        <source>Notion: templates</source>
        <translation>Notion: Vorlagen</translation>
    </message>
    <message>
        <source>Notion: trash, restore and move pages</source>
        <translation>Notion: Seiten in den Papierkorb legen, zurückholen und verschieben</translation>
    </message>
    <message>
        <source>Notion: views</source>
        <translation>Notion: Ansichten</translation>
    </message>
    <message>
        <source>There is no toolset “%1”. There are: %2, or all.</source>
        <translation>Es gibt keine Werkzeuggruppe „%1“. Es gibt: %2, oder alle („all“).</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>%1 milliseconds</source>
        <translation>%1 Millisekunden</translation>
    </message>
    <message>
        <source>%1 sends the request on to %2, which Fairlead does not follow because the API token would go along. Check the site&apos;s address.</source>
        <translation>%1 schickt die Anfrage weiter zu %2, wohin Fairlead nicht folgt, weil das API-Token mitginge. Prüfen Sie die Adresse der Site.</translation>
    </message>
    <message>
        <source>Notion sends the request on to %1, which Fairlead does not follow because the token would go along.</source>
        <translation>Notion schickt die Anfrage weiter zu %1, wohin Fairlead nicht folgt, weil das Token mitginge.</translation>
    </message>
    <message>
        <source>%1 sends the request on to %2, which Fairlead does not follow because the token would go along. Check the address.</source>
        <translation>%1 schickt die Anfrage weiter zu %2, wohin Fairlead nicht folgt, weil das Token mitginge. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Send %1 %2 to %3</source>
        <translation>%1 %2 an %3 senden</translation>
    </message>
    <message>
        <source>A token works only after an administrator has allowed API tokens for Rovo MCP; create one with scopes: one without gets almost no tools.</source>
        <translation>Ein Token gilt erst, wenn ein Administrator API-Tokens für Rovo MCP erlaubt hat; erstellen Sie eines mit Scopes: Eines ohne bekommt fast keine Werkzeuge.</translation>
    </message>
    <message>
        <source>At most 60 requests a minute.</source>
        <translation>Höchstens 60 Anfragen pro Minute.</translation>
    </message>
    <message>
        <source>Enter the address of the MCP server, such as https://mcp.example.com/mcp.</source>
        <translation>Geben Sie die Adresse des MCP-Servers ein, zum Beispiel https://mcp.example.com/mcp.</translation>
    </message>
    <message>
        <source>Fairlead talks to %1 only over https; plain http is for servers on this computer.</source>
        <translation>Fairlead spricht mit %1 nur über https; einfaches http ist für Server auf diesem Computer.</translation>
    </message>
    <message>
        <source>For sites that v2 turns away.</source>
        <translation>Für Sites, die v2 abweist.</translation>
    </message>
    <message>
        <source>Takes a personal access token. With /readonly at the end of the address it offers only tools that read.</source>
        <translation>Nimmt ein persönliches Zugriffstoken. Mit /readonly am Ende der Adresse bietet er nur Werkzeuge an, die lesen.</translation>
    </message>
    <message>
        <source>Takes no tokens. With an integration&apos;s token, connect Notion itself: fairleadctl connect notion</source>
        <translation>Nimmt keine Tokens. Mit dem Token einer Integration verbinden Sie Notion selbst: fairleadctl connect notion</translation>
    </message>
    <message>
        <source>The address of an MCP server has no user name, no password and no #. Enter the token by itself.</source>
        <translation>Die Adresse eines MCP-Servers hat keinen Benutzernamen, kein Passwort und kein #. Geben Sie das Token für sich ein.</translation>
    </message>
    <message>
        <source>What was entered is no address of an MCP server. It looks like https://mcp.example.com/mcp.</source>
        <translation>Was eingegeben wurde, ist keine Adresse eines MCP-Servers. Sie sieht aus wie https://mcp.example.com/mcp.</translation>
    </message>
    <message>
        <source>MCP server</source>
        <translation>MCP-Server</translation>
    </message>
    <message>
        <source>Jira issue</source>
        <translation>Jira-Vorgang</translation>
    </message>
    <message>
        <source>Jira projects</source>
        <translation>Jira-Projekte</translation>
    </message>
    <message>
        <source>New Jira issue</source>
        <translation>Neuer Jira-Vorgang</translation>
    </message>
    <message>
        <source>Search Jira</source>
        <translation>Jira durchsuchen</translation>
    </message>
    <message>
        <source>List Jira boards</source>
        <translation>Jira-Boards auflisten</translation>
    </message>
    <message>
        <source>List a backlog</source>
        <translation>Backlog auflisten</translation>
    </message>
    <message>
        <source>List a board&apos;s issues</source>
        <translation>Vorgänge eines Boards auflisten</translation>
    </message>
    <message>
        <source>List a sprint&apos;s issues</source>
        <translation>Vorgänge eines Sprints auflisten</translation>
    </message>
    <message>
        <source>List sprints</source>
        <translation>Sprints auflisten</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Delete an attachment</source>
        <translation>Anhang löschen</translation>
    </message>
    <message>
        <source>Create several issues</source>
        <translation>Mehrere Vorgänge anlegen</translation>
    </message>
    <message>
        <source>Get several issues</source>
        <translation>Mehrere Vorgänge lesen</translation>
    </message>
    <message>
        <source>Get the history of issues</source>
        <translation>Verlauf von Vorgängen lesen</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentieren</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Delete a comment</source>
        <translation>Kommentar löschen</translation>
    </message>
    <message>
        <source>Edit a comment</source>
        <translation>Kommentar bearbeiten</translation>
    </message>
    <message>
        <source>Get development information</source>
        <translation>Entwicklungsstand lesen</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Link issues</source>
        <translation>Vorgänge verknüpfen</translation>
    </message>
    <message>
        <source>Create fields</source>
        <translation>Felder beim Anlegen</translation>
    </message>
    <message>
        <source>Get a Jira project</source>
        <translation>Jira-Projekt lesen</translation>
    </message>
    <message>
        <source>Move issues to another project or type</source>
        <translation>Vorgänge in ein anderes Projekt oder einen anderen Typ verschieben</translation>
    </message>
    <message>
        <source>Assign an issue</source>
        <translation>Vorgang zuweisen</translation>
    </message>
    <message>
        <source>Jira users</source>
        <translation>Jira-Benutzer</translation>
    </message>
    <message>
        <source>Add a remote link</source>
        <translation>Weblink hinzufügen</translation>
    </message>
    <message>
        <source>Delete a remote link</source>
        <translation>Weblink löschen</translation>
    </message>
    <message>
        <source>List remote links</source>
        <translation>Weblinks auflisten</translation>
    </message>
    <message>
        <source>Move issue</source>
        <translation>Status eines Vorgangs ändern</translation>
    </message>
    <message>
        <source>Unlink issues</source>
        <translation>Verknüpfung von Vorgängen lösen</translation>
    </message>
    <message>
        <source>Delete an issue</source>
        <translation>Vorgang löschen</translation>
    </message>
    <message>
        <source>Update issue</source>
        <translation>Vorgang ändern</translation>
    </message>
    <message>
        <source>Change or release a version</source>
        <translation>Version ändern oder freigeben</translation>
    </message>
    <message>
        <source>Create a version</source>
        <translation>Version anlegen</translation>
    </message>
    <message>
        <source>List versions</source>
        <translation>Versionen auflisten</translation>
    </message>
    <message>
        <source>Watch an issue</source>
        <translation>Vorgang beobachten</translation>
    </message>
    <message>
        <source>Delete a worklog</source>
        <translation>Arbeitsprotokoll löschen</translation>
    </message>
    <message>
        <source>List worklogs</source>
        <translation>Arbeitsprotokolle auflisten</translation>
    </message>
    <message>
        <source>Log work</source>
        <translation>Arbeit protokollieren</translation>
    </message>
    <message>
        <source>Create a Notion page</source>
        <translation>Notion-Seite anlegen</translation>
    </message>
    <message>
        <source>List Notion databases</source>
        <translation>Notion-Datenbanken auflisten</translation>
    </message>
    <message>
        <source>Read a Notion page</source>
        <translation>Notion-Seite lesen</translation>
    </message>
    <message>
        <source>Search Notion</source>
        <translation>Notion durchsuchen</translation>
    </message>
    <message>
        <source>Append blocks in Notion</source>
        <translation>Blöcke in Notion anhängen</translation>
    </message>
    <message>
        <source>Change a Notion block</source>
        <translation>Notion-Block ändern</translation>
    </message>
    <message>
        <source>Delete a Notion block</source>
        <translation>Notion-Block löschen</translation>
    </message>
    <message>
        <source>List a Notion page&apos;s blocks</source>
        <translation>Blöcke einer Notion-Seite auflisten</translation>
    </message>
    <message>
        <source>Delete a Notion comment</source>
        <translation>Notion-Kommentar löschen</translation>
    </message>
    <message>
        <source>Edit a Notion comment</source>
        <translation>Notion-Kommentar bearbeiten</translation>
    </message>
    <message>
        <source>Comment in Notion</source>
        <translation>In Notion kommentieren</translation>
    </message>
    <message>
        <source>List Notion comments</source>
        <translation>Notion-Kommentare auflisten</translation>
    </message>
    <message>
        <source>Edit a Notion page</source>
        <translation>Notion-Seite bearbeiten</translation>
    </message>
    <message>
        <source>Get a Notion database</source>
        <translation>Notion-Datenbank lesen</translation>
    </message>
    <message>
        <source>Query a Notion database</source>
        <translation>Notion-Datenbank abfragen</translation>
    </message>
    <message>
        <source>Upload a file to Notion</source>
        <translation>Datei zu Notion hochladen</translation>
    </message>
    <message>
        <source>Move a Notion page</source>
        <translation>Notion-Seite verschieben</translation>
    </message>
    <message>
        <source>Restore a Notion page</source>
        <translation>Notion-Seite wiederherstellen</translation>
    </message>
    <message>
        <source>Trash a Notion page</source>
        <translation>Notion-Seite in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Update Notion properties</source>
        <translation>Notion-Eigenschaften ändern</translation>
    </message>
    <message>
        <source>Change a Notion database&apos;s columns</source>
        <translation>Spalten einer Notion-Datenbank ändern</translation>
    </message>
    <message>
        <source>Create a Notion database</source>
        <translation>Notion-Datenbank anlegen</translation>
    </message>
    <message>
        <source>Status of a Notion task</source>
        <translation>Status einer Notion-Aufgabe</translation>
    </message>
    <message>
        <source>List a Notion database&apos;s templates</source>
        <translation>Vorlagen einer Notion-Datenbank auflisten</translation>
    </message>
    <message>
        <source>List Notion users</source>
        <translation>Notion-Benutzer auflisten</translation>
    </message>
    <message>
        <source>List a Notion database&apos;s views</source>
        <translation>Ansichten einer Notion-Datenbank auflisten</translation>
    </message>
    <message>
        <source>Read the rows of a Notion view</source>
        <translation>Zeilen einer Notion-Ansicht lesen</translation>
    </message>
    <message>
        <source>List OpenProject projects</source>
        <translation>OpenProject-Projekte auflisten</translation>
    </message>
    <message>
        <source>Read an OpenProject work package</source>
        <translation>OpenProject-Arbeitspaket lesen</translation>
    </message>
    <message>
        <source>Search OpenProject work packages</source>
        <translation>OpenProject-Arbeitspakete suchen</translation>
    </message>
    <message>
        <source>Log time in OpenProject</source>
        <translation>Zeit in OpenProject buchen</translation>
    </message>
    <message>
        <source>Change an OpenProject work package</source>
        <translation>OpenProject-Arbeitspaket ändern</translation>
    </message>
    <message>
        <source>Create an OpenProject work package</source>
        <translation>OpenProject-Arbeitspaket anlegen</translation>
    </message>
    <message>
        <source>Change a Sentry issue</source>
        <translation>Sentry-Vorgang ändern</translation>
    </message>
    <message>
        <source>Comment on a Sentry issue</source>
        <translation>Sentry-Vorgang kommentieren</translation>
    </message>
    <message>
        <source>Read a Sentry issue</source>
        <translation>Sentry-Vorgang lesen</translation>
    </message>
    <message>
        <source>Search Sentry issues</source>
        <translation>Sentry-Vorgänge suchen</translation>
    </message>
    <message>
        <source>List Sentry projects</source>
        <translation>Sentry-Projekte auflisten</translation>
    </message>
    <message>
        <source>List Todoist projects</source>
        <translation>Todoist-Projekte auflisten</translation>
    </message>
    <message>
        <source>List Todoist tasks</source>
        <translation>Todoist-Aufgaben auflisten</translation>
    </message>
    <message>
        <source>Add a Todoist task</source>
        <translation>Aufgabe in Todoist hinzufügen</translation>
    </message>
    <message>
        <source>Change a Todoist task</source>
        <translation>Todoist-Aufgabe ändern</translation>
    </message>
    <message>
        <source>Complete a Todoist task</source>
        <translation>Todoist-Aufgabe abschließen</translation>
    </message>
    <message>
        <source>Delete a Todoist task</source>
        <translation>Todoist-Aufgabe löschen</translation>
    </message>
    <message>
        <source>List published files</source>
        <translation>Veröffentlichte Dateien auflisten</translation>
    </message>
    <message>
        <source>Publish a file</source>
        <translation>Datei veröffentlichen</translation>
    </message>
    <message>
        <source>Fairlead ended before it was known what came of it.</source>
        <translation>Fairlead wurde beendet, bevor bekannt war, was daraus geworden ist.</translation>
    </message>
    <message>
        <source>No: Jira brings no deleted file back.</source>
        <translation>Nein: Jira bringt keine gelöschte Datei zurück.</translation>
    </message>
    <message>
        <source>No: Jira does not tell where an issue stood before.</source>
        <translation>Nein: Jira verrät nicht, wo ein Vorgang vorher stand.</translation>
    </message>
    <message>
        <source>No: a move gives new keys and drops fields that the other project lacks.</source>
        <translation>Nein: Beim Verschieben entstehen neue Schlüssel, und Felder, die das andere Projekt nicht hat, gehen verloren.</translation>
    </message>
    <message>
        <source>No: customers are told of it at once.</source>
        <translation>Nein: Kunden erfahren sofort davon.</translation>
    </message>
    <message>
        <source>No: jira_add_remote_link adds it again.</source>
        <translation>Nein: jira_add_remote_link fügt es wieder hinzu.</translation>
    </message>
    <message>
        <source>No: jira_delete_remote_link removes it.</source>
        <translation>Nein: jira_delete_remote_link entfernt es.</translation>
    </message>
    <message>
        <source>No: what a sprint was is changed back in Jira.</source>
        <translation>Nein: Was ein Sprint war, wird in Jira zurückgeändert.</translation>
    </message>
    <message>
        <source>No: what a version was is changed back in Jira.</source>
        <translation>Nein: Was eine Version war, wird in Jira zurückgeändert.</translation>
    </message>
    <message>
        <source>Not of files: jira_delete_attachment removes one.</source>
        <translation>Nicht bei Dateien: jira_delete_attachment entfernt eine.</translation>
    </message>
    <message>
        <source>It cannot be undone: Notion lets nobody move a page to where it was, which was neither a page nor a database. Move it in Notion.</source>
        <translation>Das lässt sich nicht rückgängig machen: Notion lässt niemanden eine Seite dorthin verschieben, wo sie war, denn das war weder eine Seite noch eine Datenbank. Verschieben Sie sie in Notion.</translation>
    </message>
    <message>
        <source>It cannot be undone: the page was longer than Notion shows at once. Its history is in Notion.</source>
        <translation>Das lässt sich nicht rückgängig machen: Die Seite war länger, als Notion auf einmal zeigt. Ihr Verlauf steht in Notion.</translation>
    </message>
    <message>
        <source>Its properties, icon and cover get back what they had, and it leaves or enters the trash again; files that lie with Notion do not come back.</source>
        <translation>Eigenschaften, Symbol und Titelbild bekommen zurück, was sie hatten, und die Seite verlässt den Papierkorb oder kommt wieder hinein; Dateien, die bei Notion liegen, kommen nicht zurück.</translation>
    </message>
    <message>
        <source>Look at it in Notion.</source>
        <translation>Sehen Sie es sich in Notion an.</translation>
    </message>
    <message>
        <source>No: Notion brings no deleted comment back.</source>
        <translation>Nein: Notion bringt keinen gelöschten Kommentar zurück.</translation>
    </message>
    <message>
        <source>No: the new database is moved to the trash in Notion.</source>
        <translation>Nein: Die neue Datenbank wird in Notion in den Papierkorb gelegt.</translation>
    </message>
    <message>
        <source>No: what stood in a column that went does not come back.</source>
        <translation>Nein: Was in einer entfernten Spalte stand, kommt nicht zurück.</translation>
    </message>
    <message>
        <source>Not of what is appended as blocks: delete those in Notion.</source>
        <translation>Nicht bei dem, was als Blöcke angehängt wird: Löschen Sie diese in Notion.</translation>
    </message>
    <message>
        <source>The block gets back what it had.</source>
        <translation>Der Block bekommt zurück, was er hatte.</translation>
    </message>
    <message>
        <source>The block is taken out of the trash.</source>
        <translation>Der Block wird aus dem Papierkorb geholt.</translation>
    </message>
    <message>
        <source>The comment gets back its text.</source>
        <translation>Der Kommentar bekommt seinen Text zurück.</translation>
    </message>
    <message>
        <source>The comment is deleted; who was told of it stays told.</source>
        <translation>Der Kommentar wird gelöscht; wer davon erfahren hat, weiß es weiterhin.</translation>
    </message>
    <message>
        <source>The page gets back its text; its blocks are new ones then, and comments on them are gone.</source>
        <translation>Die Seite bekommt ihren Text zurück; ihre Blöcke sind dann neu, und Kommentare an ihnen sind fort.</translation>
    </message>
    <message>
        <source>The page goes back below the page or database where it was.</source>
        <translation>Die Seite geht zurück unter die Seite oder Datenbank, wo sie war.</translation>
    </message>
    <message>
        <source>The page goes to the trash.</source>
        <translation>Die Seite geht in den Papierkorb.</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>deleting the comment</source>
        <translation>Löschen des Kommentars</translation>
    </message>
    <message>
        <source>last edited</source>
        <translation>zuletzt bearbeitet</translation>
    </message>
    <message>
        <source>moving the page back</source>
        <translation>Zurückverschieben der Seite</translation>
    </message>
    <message>
        <source>moving the page to the trash</source>
        <translation>Verschieben der Seite in den Papierkorb</translation>
    </message>
    <message>
        <source>restoring the block</source>
        <translation>Wiederherstellen des Blocks</translation>
    </message>
    <message>
        <source>restoring the comment</source>
        <translation>Wiederherstellen des Kommentars</translation>
    </message>
    <message>
        <source>restoring the page&apos;s text</source>
        <translation>Wiederherstellen des Textes der Seite</translation>
    </message>
    <message>
        <source>undoing the change</source>
        <translation>Rückgängigmachen der Änderung</translation>
    </message>
    <message>
        <source>No: nothing is kept for it.</source>
        <translation>Nein: Dafür wird nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Jira did not say which files hang on the issue already.</source>
        <translation>Jira hat nicht gesagt, welche Dateien schon am Vorgang hängen.</translation>
    </message>
    <message>
        <source>An older Fairlead asked for it, which kept too little to look for.</source>
        <translation>Ein älteres Fairlead hat darum gebeten, das zu wenig aufbewahrt hat, um danach zu suchen.</translation>
    </message>
    <message>
        <source>Jira is not connected. Open Connections and connect Jira.</source>
        <translation>Jira ist nicht verbunden. Öffnen Sie „Verbindungen“ und verbinden Sie Jira.</translation>
    </message>
    <message>
        <source>%1 is empty or could not be read.</source>
        <translation>%1 ist leer oder konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It may be %1, but more than one with the summary “%2” was asked for or made at that time.</source>
        <translation>Es könnte %1 sein, aber mehr als einer mit der Zusammenfassung „%2“ wurde zu dieser Zeit verlangt oder angelegt.</translation>
    </message>
    <message>
        <source>%1 files are</source>
        <translation>%1 Dateien sind</translation>
    </message>
    <message>
        <source>1 file is</source>
        <translation>1 Datei ist</translation>
    </message>
    <message>
        <source>Publish the file again to try once more.</source>
        <translation>Veröffentlichen Sie die Datei erneut, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>still to be attached: %1.</source>
        <translation>noch anzuhängen: %1.</translation>
    </message>
    <message>
        <source>a whole number from 0 to 365</source>
        <translation>eine ganze Zahl von 0 bis 365</translation>
    </message>
    <message>
        <source>%1 has %2, but %3 takes files of at most %4.</source>
        <translation>%1 ist %2 groß, aber %3 nimmt nur Dateien bis %4.</translation>
    </message>
    <message>
        <source>Attachments are switched off on %1. Ask the site&apos;s administrator.</source>
        <translation>Anhänge sind auf %1 abgeschaltet. Fragen Sie, wer die Site verwaltet.</translation>
    </message>
    <message>
        <source>You may not create issues in project %1. Choose another, or ask whoever administers it for that right.</source>
        <translation>Sie dürfen im Projekt %1 keine Vorgänge anlegen. Wählen Sie ein anderes oder bitten Sie, wer es verwaltet, um dieses Recht.</translation>
    </message>
    <message>
        <source>%1 is a member of %2 already.</source>
        <translation>%1 ist schon Mitglied von %2.</translation>
    </message>
    <message>
        <source>There is no such invitation, or its time is over. Ask for a new one.</source>
        <translation>Diese Einladung gibt es nicht, oder ihre Zeit ist um. Bitten Sie um eine neue.</translation>
    </message>
    <message>
        <source>%1 is an owner of %2; only an owner may do that.</source>
        <translation>%1 gehört zu den Eigentümern von %2; das dürfen nur Eigentümer.</translation>
    </message>
    <message>
        <source>%1 is the last owner. Make somebody else an owner first, or delete the organization.</source>
        <translation>%1 ist der letzte Eigentümer. Machen Sie zuerst jemand anderen zum Eigentümer, oder löschen Sie die Organisation.</translation>
    </message>
    <message>
        <source>%1 still has connections: %2. Remove them first; nobody can use them afterwards.</source>
        <translation>%1 hat noch Verbindungen: %2. Entfernen Sie diese zuerst; danach kann sie niemand mehr benutzen.</translation>
    </message>
    <message>
        <source>A role is owner, admin or member.</source>
        <translation>Eine Rolle ist owner, admin oder member.</translation>
    </message>
    <message>
        <source>An organization&apos;s name has 1 to 100 visible characters on one line.</source>
        <translation>Der Name einer Organisation hat 1 bis 100 sichtbare Zeichen in einer Zeile.</translation>
    </message>
    <message>
        <source>Only an owner of %1 may do that; your role there is %2.</source>
        <translation>Das dürfen nur Eigentümer von %1; Ihre Rolle dort ist %2.</translation>
    </message>
    <message>
        <source>Only an owner or an admin of %1 may do that; your role there is %2.</source>
        <translation>Das dürfen nur Eigentümer und Verwalter von %1; Ihre Rolle dort ist %2.</translation>
    </message>
    <message>
        <source>There is no such member. List the members to see their ids.</source>
        <translation>Dieses Mitglied gibt es nicht. Die Liste der Mitglieder zeigt ihre Kennungen.</translation>
    </message>
    <message>
        <source>You are in no such organization. List yours to see their ids.</source>
        <translation>In dieser Organisation sind Sie nicht. Die Liste der Ihren zeigt deren Kennungen.</translation>
    </message>
    <message>
        <source>Several people have that e-mail address. Give the name instead.</source>
        <translation>Mehrere haben diese E-Mail-Adresse. Geben Sie stattdessen den Namen an.</translation>
    </message>
    <message>
        <source>There is nobody here with that name or e-mail address.</source>
        <translation>Hier gibt es niemanden mit diesem Namen oder dieser E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>A connection is shared with all_members, admins_only or a list of the ids of members.</source>
        <translation>Eine Verbindung wird mit all_members, admins_only oder einer Liste der Kennungen von Mitgliedern geteilt.</translation>
    </message>
    <message>
        <source>%1 belongs to %2 and stays there.</source>
        <translation>%1 gehört %2 und bleibt dort.</translation>
    </message>
    <message>
        <source>%1 belongs to %2; only its owners and admins manage it.</source>
        <translation>%1 gehört %2; nur deren Eigentümer und Verwalter verwalten es.</translation>
    </message>
    <message>
        <source>A connection is shared with members of its organization only, each named once.</source>
        <translation>Eine Verbindung wird nur mit Mitgliedern ihrer Organisation geteilt, und jedes wird einmal genannt.</translation>
    </message>
    <message>
        <source>The organization is connected to %1 with the account %2 already.</source>
        <translation>Die Organisation ist schon mit dem Konto %2 mit %1 verbunden.</translation>
    </message>
    <message>
        <source>a connection of it is shared with its user no more</source>
        <translation>eine seiner Verbindungen wird mit seinem Benutzer nicht mehr geteilt</translation>
    </message>
    <message>
        <source>Always 1; the version is a label.</source>
        <translation>Immer 1; die Version steht als Label daran.</translation>
    </message>
    <message>
        <source>Connections whose service wants no request just now.</source>
        <translation>Verbindungen, deren Dienst gerade keine Anfrage will.</translation>
    </message>
    <message>
        <source>How long they waited.</source>
        <translation>Wie lange sie gewartet haben.</translation>
    </message>
    <message>
        <source>Leases of credentials that last.</source>
        <translation>Verliehene Zugangsdaten, die noch gelten.</translation>
    </message>
    <message>
        <source>Open connections of clients.</source>
        <translation>Offene Verbindungen von Programmen.</translation>
    </message>
    <message>
        <source>Open event streams of clients.</source>
        <translation>Offene Ereignisströme von Programmen.</translation>
    </message>
    <message>
        <source>Open sessions of MCP clients.</source>
        <translation>Offene Sitzungen von MCP-Programmen.</translation>
    </message>
    <message>
        <source>Requests to services that waited for room in a rate limit.</source>
        <translation>Anfragen an Dienste, die auf Platz in einer Begrenzung gewartet haben.</translation>
    </message>
    <message>
        <source>When Fairlead was started, in seconds since 1970.</source>
        <translation>Wann Fairlead gestartet wurde, in Sekunden seit 1970.</translation>
    </message>
    <message>
        <source>Open this page in a browser.</source>
        <translation>Öffnen Sie diese Seite in einem Browser.</translation>
    </message>
    <message>
        <source>What came back from the browser cannot be understood. Go back to Fairlead and start again.</source>
        <translation>Was aus dem Browser zurückkam, ist nicht zu verstehen. Gehen Sie zurück zu Fairlead und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>Calls of MCP clients that have ended.</source>
        <translation>Beendete Aufrufe von MCP-Programmen.</translation>
    </message>
    <message>
        <source>How long those calls took.</source>
        <translation>Wie lange diese Aufrufe gedauert haben.</translation>
    </message>
    <message>
        <source>Requests with a missing, wrong or ended MCP key.</source>
        <translation>Anfragen mit fehlendem, falschem oder beendetem MCP-Schlüssel.</translation>
    </message>
    <message>
        <source>The token %1.</source>
        <translation>Das Token %1.</translation>
    </message>
    <message>
        <source>has a wrong signature</source>
        <translation>hat eine falsche Signatur</translation>
    </message>
    <message>
        <source>has expired</source>
        <translation>ist abgelaufen</translation>
    </message>
    <message>
        <source>is for another audience</source>
        <translation>ist für jemand anderen bestimmt</translation>
    </message>
    <message>
        <source>is for “%1”, who is no user here: see the setting tokenUsers</source>
        <translation>ist für „%1“, und so heißt hier niemand: siehe die Einstellung tokenUsers</translation>
    </message>
    <message>
        <source>is none that can be read</source>
        <translation>ist keines, das sich lesen lässt</translation>
    </message>
    <message>
        <source>is not signed in the way of its key</source>
        <translation>ist nicht so signiert, wie es zu seinem Schlüssel gehört</translation>
    </message>
    <message>
        <source>is not valid yet</source>
        <translation>gilt noch nicht</translation>
    </message>
    <message>
        <source>is of another issuer</source>
        <translation>ist von einem anderen Aussteller</translation>
    </message>
    <message>
        <source>is signed with a key that its issuer has not named; when it has changed its keys just now, try again in a minute</source>
        <translation>ist mit einem Schlüssel signiert, den sein Aussteller nicht genannt hat; wenn er seine Schlüssel eben gewechselt hat, versuchen Sie es in einer Minute noch einmal</translation>
    </message>
    <message>
        <source>The cryptography library failed. Restart Fairlead.</source>
        <translation>Die Kryptografie-Bibliothek hat versagt. Starten Sie Fairlead neu.</translation>
    </message>
    <message>
        <source>The key is neither for ES256 nor for RS256, or it is broken.</source>
        <translation>Der Schlüssel ist weder für ES256 noch für RS256, oder er ist beschädigt.</translation>
    </message>
    <message>
        <source>&quot;HS256&quot; or &quot;ES256&quot;</source>
        <translation>&quot;HS256&quot; oder &quot;ES256&quot;</translation>
    </message>
    <message>
        <source>a list of &quot;SUBJECT=USER&quot;</source>
        <translation>eine Liste von &quot;SUBJEKT=BENUTZER&quot;</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>the address of a document: https, or http on this computer; or empty</source>
        <translation>die Adresse eines Dokuments: https, oder http auf diesem Computer; oder leer</translation>
    </message>
    <message>
        <source>the https address that an issuer of tokens calls itself, or empty</source>
        <translation>die https-Adresse, mit der sich ein Aussteller von Tokens selbst nennt, oder leer</translation>
    </message>
    <message>
        <source>The sign-in on %1 opens %2, too, which would be shared with it. Disconnect %2 first, or sign in on %1 alone.</source>
        <translation>Die Anmeldung bei %1 öffnet auch %2; das würde mit geteilt. Trennen Sie zuerst %2, oder melden Sie sich nur bei %1 an.</translation>
    </message>
    <message>
        <source>The organization was deleted meanwhile. Nothing was connected.</source>
        <translation>Die Organisation wurde inzwischen gelöscht. Nichts wurde verbunden.</translation>
    </message>
    <message>
        <source>Another Fairlead is still renewing this sign-in. Try again.</source>
        <translation>Ein anderes Fairlead erneuert diese Anmeldung noch. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>a list of names such as &quot;fairlead.example&quot;, with a port where it is not 443</source>
        <translation>eine Liste von Namen wie „fairlead.example“, mit Port, wo er nicht 443 ist</translation>
    </message>
    <message>
        <source>What Fairlead keeps is in the database %1. Back that up with pg_dump and bring it back with pg_restore; keep the master key and settings.json with it, which no dump holds.</source>
        <translation>Was Fairlead aufbewahrt, liegt in der Datenbank %1. Sichern Sie sie mit pg_dump, und stellen Sie sie mit pg_restore wieder her. Bewahren Sie den Hauptschlüssel und settings.json dabei auf: Kein Dump enthält sie.</translation>
    </message>
    <message>
        <source>and %1 more of</source>
        <translation>und %1 weitere von</translation>
    </message>
    <message>
        <source>its management token was revoked</source>
        <translation>ihr Verwaltungstoken wurde widerrufen</translation>
    </message>
    <message>
        <source>its key was revoked</source>
        <translation>der Schlüssel wurde widerrufen</translation>
    </message>
    <message>
        <source>Whether the key %1… is in force is not known: the database is not heard. Try again in a moment; Fairlead asks it again by itself.</source>
        <translation>Ob der Schlüssel %1… gilt, ist nicht bekannt: Von der Datenbank ist nichts zu hören. Versuchen Sie es gleich noch einmal; Fairlead fragt sie von selbst wieder.</translation>
    </message>
    <message>
        <source>A person has paused Fairlead, so nothing was done. Ask them to choose Resume Fairlead in its tray menu or window, or to run: fairleadctl resume. Then try again.</source>
        <translation>Jemand hat Fairlead angehalten, deshalb wurde nichts getan. Bitten Sie diesen Menschen, im Menü des Symbols oder im Fenster „Fairlead fortsetzen“ zu wählen oder dies auszuführen: fairleadctl resume. Dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The data folder %1 was last used with the database %2. Start Fairlead as it was then: fairleadd with --database. To use a file in the folder instead, remove %3 first.</source>
        <translation>Der Datenordner %1 wurde zuletzt mit der Datenbank %2 benutzt. Starten Sie Fairlead wie damals: fairleadd mit --database. Um stattdessen eine Datei im Ordner zu benutzen, löschen Sie zuerst %3.</translation>
    </message>
    <message>
        <source>of a server</source>
        <translation>eines Servers</translation>
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
    <name>fairlead::api::SignInPage</name>
    <message>
        <source>Connected to %1</source>
        <extracomment>%1 are names of sites.</extracomment>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>You can close this tab and go back to Fairlead.</source>
        <translation>Sie können diesen Tab schließen und zu Fairlead zurückkehren.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Go back to Fairlead and choose the sites to connect.</source>
        <translation>Kehren Sie zu Fairlead zurück und wählen Sie die Sites, die verbunden werden sollen.</translation>
    </message>
    <message>
        <source>Almost done</source>
        <translation>Fast fertig</translation>
    </message>
    <message>
        <source>Go back to Fairlead to see how the sign-in goes on.</source>
        <translation>Kehren Sie zu Fairlead zurück, um zu sehen, wie die Anmeldung weitergeht.</translation>
    </message>
    <message>
        <source>This page was opened before</source>
        <translation>Diese Seite wurde schon geöffnet</translation>
    </message>
    <message>
        <source>Nothing was connected</source>
        <translation>Nichts wurde verbunden</translation>
    </message>
</context>
<context>
    <name>fairlead::tray::DesktopNotifications</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
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
        <translation>&amp;Rückgängig machen …</translation>
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
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
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
    <message>
        <source>Connection shared</source>
        <translation>Verbindung geteilt</translation>
    </message>
    <message>
        <source>Organization made</source>
        <translation>Organisation angelegt</translation>
    </message>
    <message>
        <source>Organization renamed</source>
        <translation>Organisation umbenannt</translation>
    </message>
    <message>
        <source>Organization deleted</source>
        <translation>Organisation gelöscht</translation>
    </message>
    <message>
        <source>Invited to an organization</source>
        <translation>In eine Organisation eingeladen</translation>
    </message>
    <message>
        <source>Invitation withdrawn</source>
        <translation>Einladung zurückgezogen</translation>
    </message>
    <message>
        <source>Invitation declined</source>
        <translation>Einladung abgelehnt</translation>
    </message>
    <message>
        <source>Joined an organization</source>
        <translation>Einer Organisation beigetreten</translation>
    </message>
    <message>
        <source>Role in an organization changed</source>
        <translation>Rolle in einer Organisation geändert</translation>
    </message>
    <message>
        <source>Removed from an organization</source>
        <translation>Aus einer Organisation entfernt</translation>
    </message>
    <message>
        <source>Left an organization</source>
        <translation>Eine Organisation verlassen</translation>
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
    <name>fairlead::ui::ConnectionCard</name>
    <message>
        <source>Too&amp;ls…</source>
        <translation>&amp;Werkzeuge …</translation>
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
        <source>Address:</source>
        <translation>Adresse:</translation>
    </message>
    <message>
        <source>Account:</source>
        <translation>Konto:</translation>
    </message>
    <message>
        <source>Signed in with:</source>
        <translation>Angemeldet mit:</translation>
    </message>
    <message>
        <source>Valid:</source>
        <extracomment>Until when a sign-in is good.</extracomment>
        <translation>Gültig:</translation>
    </message>
    <message>
        <source>Requests:</source>
        <translation>Anfragen:</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>Server:</translation>
    </message>
    <message>
        <source>Limits:</source>
        <extracomment>What a sign-in may not do.</extracomment>
        <translation>Grenzen:</translation>
    </message>
    <message>
        <source>Last used:</source>
        <translation>Zuletzt benutzt:</translation>
    </message>
    <message>
        <source>Cancel test of %1</source>
        <extracomment>For screen readers, like the next ones. %1 is a service and a site: &quot;Jira acme.example&quot;.</extracomment>
        <translation>Test abbrechen: %1</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>Testen: %1</translation>
    </message>
    <message>
        <source>Tools of %1</source>
        <translation>Werkzeuge von %1</translation>
    </message>
    <message>
        <source>Reconnect %1</source>
        <translation>Neu verbinden: %1</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>Trennen: %1</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet …</translation>
    </message>
    <message>
        <source>It works. %1</source>
        <extracomment>%1 says how much a connection can see.</extracomment>
        <translation>Es funktioniert. %1</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The test has failed.</source>
        <translation>Der Test ist fehlgeschlagen.</translation>
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
        <source>Organization:</source>
        <extracomment>Whose connection it is, where it is not the person&apos;s own.</extracomment>
        <translation>Organisation:</translation>
    </message>
    <message>
        <source>&amp;Share…</source>
        <translation>&amp;Teilen …</translation>
    </message>
    <message>
        <source>Share %1</source>
        <translation>Teilen: %1</translation>
    </message>
</context>
<context>
    <name>fairlead::ui::ConnectionFacts</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a person&apos;s name, %2 an e-mail address.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No longer</source>
        <extracomment>Until when a sign-in is good: it has ended.</extracomment>
        <translation>Nicht mehr</translation>
    </message>
    <message>
        <source>Until the token expires or is revoked at %1</source>
        <extracomment>Until when a token is good. %1 is a company, such as Atlassian.</extracomment>
        <translation>Bis das Token abläuft oder bei %1 widerrufen wird</translation>
    </message>
    <message>
        <source>Until you disconnect it</source>
        <extracomment>Until when a sign-in is good.</extracomment>
        <translation>Bis Sie die Verbindung trennen</translation>
    </message>
    <message>
        <source>Until %1, renewed by itself</source>
        <extracomment>Until when a sign-in is good. %1 is a date and a time of day.</extracomment>
        <translation>Bis %1, wird von selbst erneuert</translation>
    </message>
    <message>
        <source>All are free</source>
        <extracomment>How many requests a connection may still make: as many as ever.</extracomment>
        <translation>Alle sind frei</translation>
    </message>
    <message>
        <source>It calls itself %1.</source>
        <extracomment>%1 is the name of a remote server.</extracomment>
        <translation>Er nennt sich %1.</translation>
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
        <source>Connect an MCP server…</source>
        <translation>Einen MCP-Server verbinden …</translation>
    </message>
    <message>
        <source>Or&amp;ganizations…</source>
        <translation>Or&amp;ganisationen …</translation>
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
    <name>fairlead::ui::KeyTexts</name>
    <message>
        <source>It may use all connections, those made later, too.</source>
        <translation>Er darf alle Verbindungen benutzen, auch spätere.</translation>
    </message>
    <message>
        <source>The connections that it may use are not there any more.</source>
        <translation>Die Verbindungen, die er benutzen darf, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>It may use only %1.</source>
        <extracomment>%1 are names: &quot;company.atlassian.net and Northwind&quot;.</extracomment>
        <translation>Er darf nur %1 benutzen.</translation>
    </message>
    <message>
        <source>Its program sees the everyday tools.</source>
        <translation>Sein Programm sieht die alltäglichen Werkzeuge.</translation>
    </message>
    <message>
        <source>Its program sees all tools.</source>
        <translation>Sein Programm sieht alle Werkzeuge.</translation>
    </message>
    <message>
        <source>Its program sees the everyday tools and these: %1.</source>
        <extracomment>%1 are kinds of tools: &quot;Jira: watchers; Notion: views&quot;.</extracomment>
        <translation>Sein Programm sieht die alltäglichen Werkzeuge und diese: %1.</translation>
    </message>
    <message>
        <source>It asks you before nothing.</source>
        <translation>Er fragt Sie vor nichts.</translation>
    </message>
    <message>
        <source>It asks you before it deletes or overwrites anything.</source>
        <translation>Er fragt Sie, bevor er etwas löscht oder überschreibt.</translation>
    </message>
    <message>
        <source>It asks you before it changes anything.</source>
        <translation>Er fragt Sie, bevor er etwas ändert.</translation>
    </message>
    <message numerus="yes">
        <source>You decided otherwise for %n tool(s).</source>
        <translation>
            <numerusform>Für %n Werkzeug haben Sie anders entschieden.</numerusform>
            <numerusform>Für %n Werkzeuge haben Sie anders entschieden.</numerusform>
        </translation>
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
        <translation>Re&amp;chte …</translation>
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
        <translation>Diese Programme haben Zugangsdaten Ihrer Dienste auf Zeit. Was Fairlead einem gibt, endet mit dem Widerruf der Leihe; ein Token, das das Programm kopiert hat, gilt, bis sein Dienst ihn beendet.</translation>
    </message>
    <message>
        <source>Take the credentials back from %1?</source>
        <extracomment>%1 is a program.</extracomment>
        <translation>Die Zugangsdaten von %1 zurücknehmen?</translation>
    </message>
    <message>
        <source>Its lease of %1 ends at once. It can take a new one as long as its key may: revoke the key, too, if it should not.</source>
        <extracomment>%1 are services such as &quot;Jira and Notion&quot;.</extracomment>
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
        <extracomment>%1 are services such as &quot;Jira and Notion&quot;, %2 is a time of day.</extracomment>
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
    <name>fairlead::ui::OrganizationsDialog</name>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Verwalter</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu …</translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation>U&amp;mbenennen …</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>&amp;Leave…</source>
        <translation>&amp;Verlassen …</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>&amp;Invite…</source>
        <translation>&amp;Einladen …</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>Remo&amp;ve…</source>
        <translation>Ent&amp;fernen …</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>The members of an organization use the connections that are shared with them. Its owners and admins connect services there, share them and invite people.</source>
        <translation>Die Mitglieder einer Organisation nutzen die Verbindungen, die mit ihnen geteilt sind. Ihre Eigentümer und Verwalter verbinden dort Dienste, teilen sie und laden Leute ein.</translation>
    </message>
    <message>
        <source>&amp;Organization:</source>
        <translation>&amp;Organisation:</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>Declin&amp;e</source>
        <translation>A&amp;blehnen</translation>
    </message>
    <message>
        <source>Accept the invitation to %1</source>
        <extracomment>For screen readers, as the next one. %1 is an organization.</extracomment>
        <translation>Einladung zu %1 annehmen</translation>
    </message>
    <message>
        <source>Decline the invitation to %1</source>
        <translation>Einladung zu %1 ablehnen</translation>
    </message>
    <message>
        <source>%1 invites you to %2. Your role there: %3.</source>
        <extracomment>%1 is a person, %2 an organization, %3 a role such as Member.</extracomment>
        <translation>%1 lädt Sie zu %2 ein. Ihre Rolle dort: %3.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is an organization, %2 the person&apos;s role there.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Invited: %1</source>
        <extracomment>%1 is a role such as Member.</extracomment>
        <translation>Eingeladen: %1</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>New organization</source>
        <translation>Neue Organisation</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <extracomment>%1 is an organization.</extracomment>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Invite to %1</source>
        <extracomment>%1 is an organization.</extracomment>
        <translation>Zu %1 einladen</translation>
    </message>
    <message>
        <source>&amp;Name or e-mail address of somebody who uses this Fairlead:</source>
        <translation>&amp;Name oder E-Mail-Adresse von jemandem, der dieses Fairlead nutzt:</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <extracomment>%1 is an organization.</extracomment>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Its members are on their own again. One that still has connections is not deleted.</source>
        <translation>Ihre Mitglieder sind dann wieder für sich. Eine Organisation, die noch Verbindungen hat, wird nicht gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Leave %1?</source>
        <extracomment>%1 is an organization.</extracomment>
        <translation>%1 verlassen?</translation>
    </message>
    <message>
        <source>Your programs can use its connections no more, and their leases of them end.</source>
        <translation>Ihre Programme können deren Verbindungen nicht mehr nutzen, und ihre Leihen davon enden.</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Verlassen</translation>
    </message>
    <message>
        <source>Remove %1 from %2?</source>
        <extracomment>%1 is a person, %2 an organization.</extracomment>
        <translation>%1 aus %2 entfernen?</translation>
    </message>
    <message>
        <source>That person&apos;s programs can use its connections no more, and their leases of them end.</source>
        <translation>Die Programme dieser Person können deren Verbindungen nicht mehr nutzen, und ihre Leihen davon enden.</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Ent&amp;fernen</translation>
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
    <message>
        <source>1 file is still to be attached</source>
        <extracomment>Pictures, say, that go with an issue do not hang on it yet.</extracomment>
        <translation>1 Datei ist noch anzuhängen</translation>
    </message>
    <message numerus="yes">
        <source>%n files are still to be attached</source>
        <translation>
            <numerusform>%n Datei ist noch anzuhängen</numerusform>
            <numerusform>%n Dateien sind noch anzuhängen</numerusform>
        </translation>
    </message>
    <message>
        <source>Some files are still to be attached</source>
        <translation>Einige Dateien sind noch anzuhängen</translation>
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
    <message>
        <source>You sign in on Atlassian&apos;s own page and choose your site. Fairlead then stays signed in by itself. It asks for your company&apos;s app first, this once.</source>
        <translation>Sie melden sich auf der Seite von Atlassian an und wählen Ihre Site. Danach bleibt Fairlead von selbst angemeldet. Beim ersten Mal fragt es vorher nach der App Ihrer Firma.</translation>
    </message>
    <message>
        <source>Your company&apos;s own app</source>
        <translation>Die App Ihrer Firma</translation>
    </message>
    <message>
        <source>Whoever manages Atlassian in your company makes an OAuth app there. Its client ID and secret are entered here once; the sign-in in the browser goes through it.</source>
        <translation>Wer Atlassian in Ihrer Firma verwaltet, legt dort eine OAuth-App an. Deren Client-ID und Geheimnis werden hier einmal eingetragen; die Anmeldung im Browser geht über sie.</translation>
    </message>
    <message>
        <source>You sign in on Notion&apos;s own page and choose the pages that Fairlead may see. It then stays signed in by itself. It asks for your company&apos;s integration first, this once.</source>
        <translation>Sie melden sich auf der Seite von Notion an und wählen die Seiten, die Fairlead sehen darf. Danach bleibt es von selbst angemeldet. Beim ersten Mal fragt es vorher nach der Integration Ihrer Firma.</translation>
    </message>
    <message>
        <source>Your company&apos;s own integration</source>
        <translation>Die Integration Ihrer Firma</translation>
    </message>
    <message>
        <source>Whoever manages Notion in your company makes a public integration there. Its client ID and secret are entered here once; the sign-in in the browser goes through it.</source>
        <translation>Wer Notion in Ihrer Firma verwaltet, legt dort eine öffentliche Integration an. Deren Client-ID und Geheimnis werden hier einmal eingetragen; die Anmeldung im Browser geht über sie.</translation>
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
    <name>fairlead::ui::SharingDialog</name>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Share %1</source>
        <extracomment>%1 is the name of a site.</extracomment>
        <translation>%1 teilen</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>Alle Mitglieder</translation>
    </message>
    <message>
        <source>Its owners and admins only</source>
        <translation>Nur Eigentümer und Verwalter</translation>
    </message>
    <message>
        <source>These members, its owners and admins</source>
        <translation>Diese Mitglieder, Eigentümer und Verwalter</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>&amp;Organization:</source>
        <translation>&amp;Organisation:</translation>
    </message>
    <message>
        <source>S&amp;hared with:</source>
        <extracomment>With whom a connection is shared.</extracomment>
        <translation>&amp;Geteilt mit:</translation>
    </message>
    <message>
        <source>A connection that is shared belongs to the organization and stays there. Programs of those whom it is shared with read and write with its account.</source>
        <translation>Eine geteilte Verbindung gehört der Organisation und bleibt dort. Die Programme derer, mit denen sie geteilt ist, lesen und schreiben mit ihrem Konto.</translation>
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
    <message>
        <source>&amp;Sign in in the browser…</source>
        <translation>&amp;Im Browser anmelden …</translation>
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
        <source>&amp;Undo anyway</source>
        <translation>&amp;Trotzdem rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig machen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the key of an issue, %2 a sentence that says why it was not put back.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What somebody has changed since stays as it is.</source>
        <translation>Was seither jemand geändert hat, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>%1 of %2 were undone. %3</source>
        <extracomment>%1 and %2 are numbers; the reasons follow.</extracomment>
        <translation>%1 von %2 wurden rückgängig gemacht. %3</translation>
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
