// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/datafolder.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace fairlead::platform {

/**
 * One instance for a data folder: whoever holds DATA_DIR/instance.lock. The holder listens on a
 * local socket that only this user can open and that understands one word, "show", which the name
 * of a page may follow.
 */
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const settings::DataFolder &folder, QObject *parent = nullptr);

    enum class Outcome {
        First, ///< the lock is ours
        Second, ///< another instance has it and was asked to show itself
    };
    /** Takes the lock, or asks its holder to show itself, on this page. Storage when neither works.
     */
    [[nodiscard]] Result<Outcome> claim(const QString &page = {});

    /** Where the holder listens. */
    [[nodiscard]] QString socketName() const { return m_socketName; }

Q_SIGNALS:
    /** Another start of the program asks us to come to the front; `page` may be empty. */
    void showRequested(const QString &page);

private:
    void answer();
    [[nodiscard]] bool askHolder(const QString &page) const;

    QLockFile m_lock;
    QString m_socketName;
    QLocalServer m_server;
};

} // namespace fairlead::platform
