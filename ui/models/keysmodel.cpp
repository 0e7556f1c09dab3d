// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keysmodel.h"

#include "server/base/clock.h"
#include "ui/models/servertext.h"
#include "ui/models/texts.h"
#include "ui/widgets/statemark.h"

#include <QFontDatabase>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::ui {
namespace {

constexpr auto useInterval = 500ms;

} // namespace

KeysModel::KeysModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    // Queued: a rename ends inside setData(), where the editor still holds an index of this model.
    connect(&m_services.keys,
            &accounts::McpKeys::changed,
            this,
            &KeysModel::reload,
            Qt::QueuedConnection);
    m_useTimer.setSingleShot(true);
    m_useTimer.setInterval(useInterval);
    connect(&m_useTimer, &QTimer::timeout, this, &KeysModel::refreshUses);
    connect(&m_services.keys, &accounts::McpKeys::used, this, [this] {
        if (!m_useTimer.isActive())
            m_useTimer.start();
    });
    reload();
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int KeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    const auto &row = key(index.row());
    const int column = index.column();
    if (role == Qt::DisplayRole || (role == Qt::EditRole && column == Name))
        return text(row, column);
    if (role == Qt::FontRole && column == Prefix)
        return QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (role == Qt::DecorationRole && column == State) {
        switch (keyState(row, m_services.clock.now())) {
        case KeyState::InForce:
            return stateMark(StateMark::Good);
        case KeyState::Expired:
            return stateMark(StateMark::Warning);
        case KeyState::Revoked:
            return stateMark(StateMark::Off);
        }
    }
    return {};
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Prefix:
        //: Column: the first digits of the key, to recognise it by.
        return tr("Key");
    case Access:
        //: Column: what the key allows.
        return tr("Access");
    case Created:
        return tr("Created");
    case LastUsed:
        return tr("Last used");
    case Expires:
        return tr("Expires");
    case State:
        return tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags KeysModel::flags(const QModelIndex &index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    return index.column() == Name && isInForce(index.row()) ? flags | Qt::ItemIsEditable : flags;
}

bool KeysModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Name)
        return false;
    const QString name = value.toString().trimmed();
    if (name == key(index.row()).name)
        return true;
    const auto renamed = m_services.keys.rename(m_services.userId, key(index.row()).id, name);
    if (!renamed) {
        Q_EMIT renameFailed(serverText(renamed.error()));
        return false;
    }
    m_keys[index.row()] = *renamed;
    Q_EMIT dataChanged(index, index);
    return true;
}

const accounts::McpKey &KeysModel::key(int row) const
{
    return m_keys.at(row);
}

bool KeysModel::isInForce(int row) const
{
    return keyState(key(row), m_services.clock.now()) == KeyState::InForce;
}

int KeysModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_keys.size(); ++row) {
        if (m_keys.at(row).id == id)
            return row;
    }
    return -1;
}

void KeysModel::reload()
{
    beginResetModel();
    const auto list = m_services.keys.list(m_services.userId);
    m_keys = list.value_or(QList<accounts::McpKey>());
    std::stable_sort(m_keys.begin(), m_keys.end(), [](const auto &left, const auto &right) {
        return left.createdAt > right.createdAt;
    });
    m_problem = list ? QString() : serverText(list.error());
    endResetModel();
}

void KeysModel::refreshUses()
{
    // Row by row, so that the selection and an open editor stay as they are.
    for (int row = 0; row < m_keys.size(); ++row) {
        auto current = m_services.keys.find(m_services.userId, m_keys.at(row).id);
        if (!current || *current == m_keys.at(row))
            continue;
        m_keys[row] = std::move(*current);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

QString KeysModel::text(const accounts::McpKey &key, int column) const
{
    switch (column) {
    case Name:
        return key.name;
    case Prefix:
        return key.prefix + u"…"_s;
    case Access:
        return rightsText(key);
    case Created:
        return dateText(key.createdAt);
    case LastUsed:
        return lastUseText(key);
    case Expires:
        //: A key that does not expire.
        return key.expiresAt.isValid() ? dateText(key.expiresAt) : tr("Never");
    case State:
        return keyStateText(keyState(key, m_services.clock.now()));
    default:
        return {};
    }
}

QString KeysModel::lastUseText(const accounts::McpKey &key) const
{
    if (!key.lastUsedAt.isValid())
        return tr("Never");
    const QString time = pastTimeText(key.lastUsedAt, m_services.clock.now());
    if (key.lastClient.isEmpty())
        return time;
    //: %1 is a time ("5 minutes ago"), %2 the name of a program ("Cursor").
    return tr("%1 by %2").arg(time, key.lastClient);
}

} // namespace fairlead::ui
